using System.Globalization;
using HealthBao.Contracts.Problems;
using HealthBao.Hub.Problems;

namespace HealthBao.Hub.Limits;

/// <summary>Tells a partner what is left of its budget, and that nothing is.</summary>
internal static class BudgetProblems
{
    private const long Day = 24 * 60 * 60;

    /// <returns>Whether the question may be asked; if not, the problem was answered.</returns>
    public static async Task<bool> PassAsync(HttpContext http, BudgetState state)
    {
        if (state.Outcome == BudgetOutcome.Unavailable)
        {
            await http.WriteProblemAsync(new(ProblemType.Unavailable, "The budget of status queries cannot be read, and nothing is asked without it."));
            return false;
        }

        var seconds = RateLimitFields.Seconds(state.UntilEnd);
        RateLimitFields.Add(http.Response, "query-budget", state.Budget, Day, state.Left, seconds);
        if (state.Outcome == BudgetOutcome.Open) return true;
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await http.WriteProblemAsync(new(ProblemType.BudgetSpent, $"All {state.Budget} status queries of the day are spent. A new budget begins at 24:00 in Beijing; if you need more, ask the hub's operator."));
        return false;
    }
}
