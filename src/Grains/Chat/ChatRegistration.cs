using ContentPages.Chat;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ContentPages.Grains.Chat;

public static class ChatRegistration
{
    /// <summary>What rooms need beside their ports: the backend registers <see cref="IChatLog"/>.</summary>
    public static IServiceCollection AddContentPagesChat(this IServiceCollection services)
    {
        services.AddOptions<ChatOptions>().BindConfiguration(ChatOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IChatFilter, TermChatFilter>();
        services.AddSingleton<IChatReader, ChatReader>();
        return services;
    }
}
