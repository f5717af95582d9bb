using System.Net;
using ContentPages.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Web.Tests.Accounts;

public sealed class OperatorClaimTests
{
    [Fact]
    public async Task The_first_who_brings_a_printed_token_is_the_operator_and_nobody_after()
    {
        await using var app = new ContentPagesApp();
        var (ann, eve) = (await app.SignedIn("Ann"), await app.SignedIn("Eve"));
        var claim = app.Services.GetRequiredService<OperatorClaim>();
        var (first, second) = (await claim.Offer(), await claim.Offer());

        (await eve.Post("/api/account/operator", new { token = "guessed" })).Is(HttpStatusCode.Forbidden, "claim_refused");
        var me = (await ann.Post("/api/account/operator", new { token = first })).Is(HttpStatusCode.OK);
        Assert.Equal(["artist", "operator", "viewer"], me["roles"].EnumerateArray().Select(role => role.GetString()));

        (await eve.Post("/api/account/operator", new { token = first })).Is(HttpStatusCode.Forbidden, "claim_refused");
        (await eve.Post("/api/account/operator", new { token = second })).Is(HttpStatusCode.Forbidden, "claim_refused");
        Assert.Null(await claim.Offer());
    }

    [Fact]
    public async Task Only_hashes_of_tokens_are_kept()
    {
        await using var app = new ContentPagesApp();
        var token = await app.Services.GetRequiredService<OperatorClaim>().Offer();

        var kept = await File.ReadAllTextAsync(Path.Combine(app.DataFolder, "operator-claim"));

        Assert.DoesNotContain(token!, kept, StringComparison.Ordinal);
        Assert.All(kept.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches("^[0-9a-f]{64}$", line));
    }
}
