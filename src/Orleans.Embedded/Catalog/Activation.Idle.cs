namespace Orleans.Embedded;

/// <summary>When an activation is unused, and may be collected.</summary>
internal sealed partial class Activation
{
    private long _lastUsed;
    private DateTimeOffset _keepAliveUntil = DateTimeOffset.MinValue;

    public void DelayDeactivation(TimeSpan delay)
    {
        var now = _silo.Time.GetUtcNow();
        lock (_gate)
        {
            _keepAliveUntil = delay <= TimeSpan.Zero ? DateTimeOffset.MinValue
                : delay >= DateTimeOffset.MaxValue - now ? DateTimeOffset.MaxValue
                : now + delay;
        }
    }

    /// <summary>Ends it if it was unused for this long, or for the age of its class.</summary>
    public void CollectIfIdle(TimeSpan? age)
    {
        lock (_gate)
        {
            var limit = _class.CollectionAge == TimeSpan.MaxValue ? TimeSpan.MaxValue : age ?? _class.CollectionAge;
            var isIdle = _state == ActivationState.Valid
                && _turns.Running == 0
                && _waiting.Count == 0
                && _silo.Time.GetElapsedTime(_lastUsed) >= limit
                && _silo.Time.GetUtcNow() >= _keepAliveUntil;
            if (isIdle)
                Deactivate(new(DeactivationReasonCode.ActivationIdle, $"Unused for {limit}."));
        }
    }
}
