using System.Diagnostics;
using ContentPages.Backends.Local.Children;

namespace ContentPages.Backends.Tests.Children;

public sealed class ChildLauncherTests
{
    [Fact]
    public async Task It_can_be_ended_more_than_once_and_starts_nothing_afterwards()
    {
        var launcher = new ChildLauncher();

        launcher.Dispose();
        launcher.Dispose();

        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => launcher.Start(new ProcessStartInfo("true")));
    }

    [Fact]
    public async Task What_was_asked_for_before_the_end_is_still_started()
    {
        var launcher = new ChildLauncher();
        var started = launcher.Start(new ProcessStartInfo("true"));

        launcher.Dispose();

        using var child = await started.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_cannot_be_started_is_told_to_who_asked()
    {
        using var launcher = new ChildLauncher();

        await Assert.ThrowsAsync<System.ComponentModel.Win32Exception>(() => launcher.Start(new ProcessStartInfo("/no/such/program")));
    }
}
