using HealthBao.Hub.Trust;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace HealthBao.Hub.Partners;

/// <summary>After the signature stood: an assertion's <c>jti</c> counts once, on all nodes and across their starts. The library takes it again and again.</summary>
internal sealed class CountAssertionOnce(Register register) : IOpenIddictServerHandler<ValidateTokenContext>
{
    // A node whose clock is behind still takes an assertion that another holds for ended, so the id is kept longer than it lives.
    private static readonly TimeSpan Afterlife = TimeSpan.FromMinutes(5);

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<ValidateTokenContext>()
        .UseSingletonHandler<CountAssertionOnce>()
        .SetOrder(int.MaxValue - 1)
        .Build();

    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        var assertion = context.Transaction.Assertion!;
        context.Transaction.IsProven = context.Principal is not null;
        if (context.Principal is null) ReadAssertion.Refuse(context, "not proven");
        else if (!await register.UseOnceAsync("client:" + assertion.ClientId, assertion.Id, assertion.Expires + Afterlife, context.CancellationToken))
            ReadAssertion.Refuse(context, "replayed");
    }
}
