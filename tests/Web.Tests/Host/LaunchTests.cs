using System.Net;
using System.Net.Sockets;
using ContentPages.Silo;
using ContentPages.Web.Live.Delivery;
using Microsoft.Extensions.Configuration;

namespace ContentPages.Web.Tests.Host;

public sealed class LaunchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contentpages-host-").FullName;

    [Fact]
    public async Task A_data_folder_is_held_by_one_process_at_a_time()
    {
        using (DataFolder.Open(_folder))
            Assert.Equal(2, await Launch.Run(() => Task.FromResult(DataFolder.Open(_folder))));

        DataFolder.Open(_folder).Dispose();
    }

    [Fact]
    public void A_data_folder_that_cannot_be_made_is_refused_with_a_sentence()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");

        var refused = Assert.Throws<StartRefusedException>(() => DataFolder.Open(Path.Combine(file, "data")));

        Assert.Contains("cannot be written to", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_are_nobody_else_s_to_read()
    {
        using var data = DataFolder.Open(Path.Combine(_folder, "data"));

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(data.Keys));
    }

    [Fact]
    public void A_port_that_another_program_has_is_refused_with_a_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var refused = Assert.Throws<StartRefusedException>(() => FreePort.Demand(((IPEndPoint)taken.LocalEndpoint).Port));

        Assert.Contains("--port", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_cannot_be_read_is_a_sentence()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Live:Delivery:DirectSockets", "banana")]).Build();

        var code = await Launch.Run(() => Task.FromResult(settings.GetSection("Live:Delivery").Get<DeliveryOptions>()));

        Assert.Equal(2, code);
    }

    [Fact]
    public async Task Asking_for_the_usage_is_no_failure() => Assert.Equal(0, await Launch.Run(() => throw new UsageWantedException()));

    [Fact]
    public async Task A_setting_out_of_range_ends_the_start_with_its_name() =>
        Assert.Equal(2, await Launch.Run(() => throw new Microsoft.Extensions.Options.OptionsValidationException("Live", typeof(object), ["Live is wrong."])));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
