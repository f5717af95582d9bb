namespace ContentPages.Silo;

/// <summary>The process cannot start as asked; the message is a sentence for whoever started it.</summary>
internal sealed class StartRefusedException(string message) : Exception(message);
