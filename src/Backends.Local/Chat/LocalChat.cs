using ContentPages.Grains.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Backends.Local.Chat;

public static class LocalChat
{
    /// <summary>Adds the log of rooms in <c>{DataDirectory}/chat.db</c>.</summary>
    public static IServiceCollection AddSqliteChatLog(this IServiceCollection services)
    {
        services.AddLocalOptions();
        services.AddOptions<ChatLogOptions>().BindConfiguration(ChatLogOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SqliteChatLog>();
        services.AddSingleton<IChatLog>(provider => provider.GetRequiredService<SqliteChatLog>());
        return services;
    }
}
