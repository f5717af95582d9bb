using ContentPages.Processors;
using ContentPages.Silo;
using ContentPages.Silo.Backends;
using ContentPages.Silo.Engines;
using ContentPages.Web;

return await Launch.Run(async () =>
{
    var arguments = HostArguments.Parse(args);
    Engine.Check(arguments);
    FreePort.Demand(arguments.Port);
    using var data = DataFolder.Open(arguments.DataDirectory);

    var builder = ContentPagesHost.CreateBuilder(arguments, data);
    builder.AddEngine();
    builder.AddLocalBackend();
    if (arguments.Has(HostRole.Web)) builder.Services.AddContentPagesWeb(data.UseAccountsDatabase);
    if (arguments.Has(HostRole.Processors)) builder.Services.AddProcessors();

    await using var app = builder.Build();
    app.UseLocalBackend();
    if (arguments.Has(HostRole.Web)) app.UseContentPagesWeb();
    app.MapLocalBackend();

    await app.PrepareAccounts();
    await app.StartAsync();
    await app.Announce(arguments);
    await app.WaitForShutdownAsync();
});
