using ContentPages.Grains.Chat;
using ContentPages.Grains.Tests.Chat;

namespace ContentPages.Backends.Tests.Chat;

/// <summary>The log that the grain tests trust keeps the same contract.</summary>
public sealed class InMemoryChatLogTests : ChatLogContract
{
    protected override IChatLog Log { get; } = new InMemoryChatLog();
}
