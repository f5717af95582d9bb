namespace ContentPages.Silo;

/// <summary>The process cannot start as asked; the message is a sentence for whoever started it.</summary>
internal class StartRefusedException(string message) : Exception(message);

/// <summary>Nothing is wrong: the usage was asked for.</summary>
internal sealed class UsageWantedException() : StartRefusedException(HostArguments.Usage);
