using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace HealthBao.Hub.Partners;

/// <summary>Says the same to every refused assertion, and why only to the log. The scope that was granted is always told.</summary>
internal sealed class AnswerTokenRequest(ILogger<AnswerTokenRequest> log) : IOpenIddictServerHandler<ApplyTokenResponseContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<ApplyTokenResponseContext>()
        .UseSingletonHandler<AnswerTokenRequest>()
        .SetOrder(int.MinValue)
        .Build();

    public ValueTask HandleAsync(ApplyTokenResponseContext context)
    {
        context.Response.ErrorUri = null;
        if (context.Error is Errors.InvalidClient or Errors.InvalidToken or Errors.InvalidGrant)
        {
            // The library has several words for an assertion that does not stand; RFC 6749 §5.2 has one.
            context.Response.Error = Errors.InvalidClient;
            Log.AssertionRefused(log, "(unproven)", context.Transaction.Fault ?? "the library refused it");
            context.Response.ErrorDescription = "The client assertion was refused.";
        }
        else if (context.Error is null)
        {
            context.Response.Scope ??= context.Request?.Scope;
        }

        return ValueTask.CompletedTask;
    }
}
