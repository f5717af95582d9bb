namespace Orleans.Runtime;

/// <summary>How many activations of one grain type there are.</summary>
[GenerateSerializer]
public sealed class SimpleGrainStatistic
{
    [Id(0)]
    public string GrainType { get; set; } = "";

    [Id(2)]
    public int ActivationCount { get; set; }
}
