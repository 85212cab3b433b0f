using System.Text;
using HealthBao.Contracts.Problems;
using HealthBao.Hub.Problems;

namespace HealthBao.Hub.Trust;

/// <summary>Calls that a region makes in its own name: a signed token as the body, from one that is enrolled, each counted once.</summary>
internal sealed class EnrolmentCalls(Register register, TrustSource trust, TimeProvider clock)
{
    public const string MediaType = "application/jwt";

    // Ten minutes of life, and a minute that its clock may be ahead of ours.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(11);

    /// <returns>The call, or null when a problem was answered already.</returns>
    public async Task<EnrolmentCall?> ReadAsync(HttpContext http, int maxBytes, Func<string, string?> claimedRegion, string name)
    {
        if (await Bodies.ReadAsync(http, MediaType, maxBytes) is not { } body) return null;
        var token = Encoding.UTF8.GetString(body);
        if (claimedRegion(token) is { } region && trust.Current.Enrolments.TryGetValue(region, out var enrolment)) return new(token, region, enrolment, clock.GetUtcNow());
        await http.WriteProblemAsync(new(ProblemType.BadRequest, $"The body is not a {name} of a region that has asked to join."));
        return null;
    }

    /// <returns>False when a problem was answered already.</returns>
    public async Task<bool> IsActiveAsync(HttpContext http, EnrolmentCall call)
    {
        if (call.Enrolment.State == ParticipantRow.Active) return true;
        await http.WriteProblemAsync(new(ProblemType.Forbidden, $"The participant is {call.Enrolment.State}; an operator has to approve it first."));
        return false;
    }

    /// <returns>False when a problem was answered already.</returns>
    public async Task<bool> UseOnceAsync(HttpContext http, EnrolmentCall call, string id)
    {
        if (await register.UseOnceAsync("region:" + call.Region, id, call.Now + Longest, http.RequestAborted)) return true;
        await http.WriteProblemAsync(new(ProblemType.Conflict, "The token counted before; sign a new one."));
        return false;
    }
}
