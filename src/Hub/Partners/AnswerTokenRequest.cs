using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace HealthBao.Hub.Partners;

/// <summary>Says the same to every refused assertion, and why only to log and audit, which name the client only when it was proven. The scope granted is always told.</summary>
internal sealed class AnswerTokenRequest(RefusedAssertions refused) : IOpenIddictServerHandler<ApplyTokenResponseContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<ApplyTokenResponseContext>()
        .UseSingletonHandler<AnswerTokenRequest>()
        .SetOrder(int.MinValue)
        .Build();

    public async ValueTask HandleAsync(ApplyTokenResponseContext context)
    {
        context.Response.ErrorUri = null;
        if (context.Error is null)
        {
            context.Response.Scope ??= context.Request?.Scope;
            return;
        }

        await refused.NoteAsync(context.Transaction.Proven?.ClientId, context.Transaction.Fault ?? context.Error);
        if (context.Error is not (Errors.InvalidClient or Errors.InvalidToken or Errors.InvalidGrant)) return;
        // The library has several words for an assertion that does not stand; RFC 6749 §5.2 has one.
        context.Response.Error = Errors.InvalidClient;
        context.Response.ErrorDescription = "The client assertion was refused.";
    }
}
