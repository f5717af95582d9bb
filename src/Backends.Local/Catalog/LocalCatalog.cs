using ContentPages.Catalog;
using ContentPages.Grains.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Backends.Local.Catalog;

public static class LocalCatalog
{
    /// <summary>Adds the catalog in <c>{DataDirectory}/catalog.db</c>, for grains and for lists.</summary>
    public static IServiceCollection AddSqliteCatalog(this IServiceCollection services)
    {
        services.AddLocalOptions();
        services.AddSingleton<SqliteCatalog>();
        services.AddSingleton<ICatalog>(provider => provider.GetRequiredService<SqliteCatalog>());
        services.AddSingleton<ICatalogReader>(provider => provider.GetRequiredService<SqliteCatalog>());
        return services;
    }
}
