using HealthBao.Hub.Trust;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace HealthBao.Hub.Partners;

/// <summary>After the signature stood: an assertion's <c>jti</c> counts once, on all nodes and across their starts. The library takes it again and again.</summary>
internal sealed class CountAssertionOnce(Register register) : IOpenIddictServerHandler<ValidateTokenContext>, IDisposable
{
    // A node whose clock is behind still takes an assertion that another holds for ended, so the id is kept longer than it lives.
    private static readonly TimeSpan Afterlife = TimeSpan.FromMinutes(5);

    // A flood of one assertion must not take every connection that the database has for all nodes.
    private const int AtOnce = 16;
    private readonly SemaphoreSlim turns = new(AtOnce, AtOnce);

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<ValidateTokenContext>()
        .UseSingletonHandler<CountAssertionOnce>()
        .SetOrder(int.MaxValue - 1)
        .Build();

    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        var assertion = context.Transaction.Assertion!;
        if (context.Principal is null)
        {
            ReadAssertion.Refuse(context, "not proven");
            return;
        }

        context.Transaction.Proven = context.Transaction.Claimed;
        if (!await IsFirstAsync(assertion, context.CancellationToken)) ReadAssertion.Refuse(context, "replayed");
    }

    public void Dispose() => turns.Dispose();

    private async Task<bool> IsFirstAsync(Assertion assertion, CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        try
        {
            return await register.UseOnceAsync("client:" + assertion.ClientId, assertion.Id, assertion.Expires + Afterlife, cancellation);
        }
        finally
        {
            turns.Release();
        }
    }
}
