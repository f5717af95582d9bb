namespace Orleans.Embedded;

/// <summary>What keeps an activation from idle collection.</summary>
internal interface ICollectible
{
    /// <summary>Not before this long from now; zero or less takes it back.</summary>
    void DelayDeactivation(TimeSpan delay);
}
