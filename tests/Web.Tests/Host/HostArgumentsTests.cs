using ContentPages.Silo;
using ContentPages.Silo.Engines;

namespace ContentPages.Web.Tests.Host;

public sealed class HostArgumentsTests
{
    [Fact]
    public void Parse_WithNothing_GivesTheDefaults()
    {
        var parsed = HostArguments.Parse([]);

        Assert.Equal((8080, "data", null), (parsed.Port, parsed.DataDirectory, parsed.Engine));
        Assert.Equal([HostRole.Web, HostRole.Silo, HostRole.Processors], parsed.Roles.Order());
        Assert.Empty(parsed.Settings);
    }

    [Fact]
    public void Parse_WithEverything_TakesBothSpellings()
    {
        var parsed = HostArguments.Parse(["--port", "81", "--data=/srv/x", "--roles", "web, silo", "--engine=embedded", "--Web:FrontEnd", "dist"]);

        Assert.Equal((81, "/srv/x", "embedded"), (parsed.Port, parsed.DataDirectory, parsed.Engine));
        Assert.Equal([HostRole.Web, HostRole.Silo], parsed.Roles.Order());
        Assert.Equal(["--Web:FrontEnd=dist"], parsed.Settings);
    }

    [Theory]
    [InlineData("--prot", "81")]
    [InlineData("--port")]
    [InlineData("--port", "eighty")]
    [InlineData("--port", "65536")]
    [InlineData("--port=-1")]
    [InlineData("--roles", "web,disco")]
    [InlineData("--roles", ",")]
    [InlineData("data")]
    public void Parse_OfWhatCannotBe_NamesIt(params string[] args)
    {
        var refused = Assert.Throws<StartRefusedException>(() => HostArguments.Parse(args));

        Assert.Contains(args[0].Split('=')[0], refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--roles", "web", "in one process")]
    [InlineData("--engine", "elsewhere", "-p:Engine=")]
    public void Check_OfWhatThisEngineIsNotFor_SaysWhy(string option, string value, string why)
    {
        var refused = Assert.Throws<StartRefusedException>(() => Engine.Check(HostArguments.Parse([option, value])));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }
}
