using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Partners;
using HealthBao.Hub.Problems;
using HealthBao.Hub.Trust;

namespace HealthBao.Hub.Recognition;

/// <summary>How a destination's policy comes in while the hub runs: the destination asks, signed; an operator approves, rejects, withdraws.</summary>
internal static class PolicyRequestsFeature
{
    private const string One = "/v1/trust/policies/{destination}/{version:int}";

    public static void MapPolicyRequests(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/trust/policies", AskAsync);
        app.MapGet("/v1/trust/policies", ListAsync);
        app.MapPost(One + "/approval", ApproveAsync);
        app.MapPost(One + "/rejection", (HttpContext http, string destination, int version, PolicyRegister register) =>
            DecideAsync(http, destination, version, PolicyStates.Rejected, by => register.RejectAsync(destination, version, by, http.RequestAborted)));
        app.MapPost(One + "/withdrawal", (HttpContext http, string destination, int version, PolicyRegister register) =>
            DecideAsync(http, destination, version, PolicyStates.Withdrawn, by => register.WithdrawAsync(destination, version, by, http.RequestAborted)));
    }

    private static async Task AskAsync(HttpContext http, EnrolmentCalls calls, PolicyRegister register, ILoggerFactory loggers)
    {
        if (await calls.ReadAsync(http, PolicyRequest.MaxBytes, PolicyRequest.ClaimedDestination, "policy request") is not { } call) return;
        if (PolicyRequest.Verify(call.Token, call.Issuer, call.Region, call.Key, call.Now) is not { } request)
        {
            await http.WriteProblemAsync(new(ProblemType.BadRequest, "The policy request does not stand: signature, time or destination."));
            return;
        }

        if (!await calls.IsActiveAsync(http, call) || !await calls.UseOnceAsync(http, call, request.Id)) return;
        var faults = PolicyJson.Read(System.Text.Encoding.UTF8.GetBytes(request.PolicyJson), out var policy);
        if (faults.Count == 0 && policy!.Destination != request.Destination) faults = [("destination", "It must be the region that asks.")];
        if (faults.Count > 0)
        {
            await http.WriteProblemAsync(new(
                ProblemType.BadRequest, "The policy cannot be carried out; see errors.", [.. faults.Select(f => new RequestFault(f.Place, "invalid", f.Fault))]));
            return;
        }

        if (await register.AskAsync(request, policy!, call.Key.Kid, http.RequestAborted) is var outcome && outcome != PolicyOutcome.Done)
        {
            await http.WriteProblemAsync(PolicyProblems.Of(outcome));
            return;
        }

        Log.PolicySet(loggers.CreateLogger(typeof(PolicyRequestsFeature)), policy!.Name, PolicyStates.Pending, call.Key.Kid);
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        await http.Response.WriteAsJsonAsync(PolicyView.Of(policy, PolicyStates.Pending));
    }

    private static async Task ListAsync(HttpContext http, PolicyRegister register, TrustSource trust, TimeProvider clock)
    {
        if (await Scopes.RequireAsync(http, Scopes.Trust) is null) return;
        var rows = await register.ListAsync(http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsJsonAsync(new { policies = PolicyView.All(rows, trust.Current.Policies, clock.GetUtcNow()) });
    }

    private static async Task ApproveAsync(HttpContext http, string destination, int version, PolicyRegister register)
    {
        if (await Scopes.RequireAsync(http, Scopes.Trust) is not { } partner) return;
        string? urgentReason = null;
        if (http.Request.ContentType is not null)
        {
            if (await Bodies.ReadAsync(http, "application/json") is not { } body) return;
            if (!PolicyApproval.TryRead(body, out urgentReason))
            {
                await http.WriteProblemAsync(new(ProblemType.BadRequest, """Send no body, or {"urgent":true,"reason":"…"} with a reason of 1 to 200 characters."""));
                return;
            }
        }

        await AnswerAsync(http, destination, version, PolicyStates.Approved, partner, await register.ApproveAsync(destination, version, urgentReason, partner.ClientId, http.RequestAborted));
    }

    private static async Task DecideAsync(HttpContext http, string destination, int version, string state, Func<string, Task<PolicyOutcome>> decide)
    {
        if (await Scopes.RequireAsync(http, Scopes.Trust) is not { } partner) return;
        await AnswerAsync(http, destination, version, state, partner, await decide(partner.ClientId));
    }

    private static async Task AnswerAsync(HttpContext http, string destination, int version, string state, Partner partner, PolicyOutcome outcome)
    {
        if (outcome != PolicyOutcome.Done)
        {
            await http.WriteProblemAsync(PolicyProblems.Of(outcome));
            return;
        }

        await http.RequestServices.GetRequiredService<TrustSource>().RefreshAsync(http.RequestAborted);
        Log.PolicySet(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PolicyRequestsFeature)), $"{destination}/{version}", state, partner.ClientId);
        await http.Response.WriteAsJsonAsync(new { destination, version, state });
    }
}
