using HealthBao.Contracts.Problems;
using HealthBao.Hub.Limits;

namespace HealthBao.Hub.Partners;

/// <summary>Reads what an operator sets for one partner. What is not named is as usual again.</summary>
internal static class PartnerLimitsReading
{
    private const int MostPerMinute = 100_000_000;
    private const long LargestBudget = 1_000_000_000;

    /// <returns>The limits, or null; the faults are in <paramref name="body"/>.</returns>
    public static PartnerLimits? Read(byte[] json, out RequestBody body)
    {
        body = RequestBody.Parse(json);
        var limits = new PartnerLimits
        {
            Verify = PerMinute(body, CallKind.Verify),
            Batch = PerMinute(body, CallKind.Batch),
            Query = PerMinute(body, CallKind.Query),
            Trust = PerMinute(body, CallKind.Trust),
            Audit = PerMinute(body, CallKind.Audit),
            QueryBudget = body.Number("queryBudget", 0, LargestBudget, required: false),
        };
        return body.End() ? limits : null;
    }

    private static int? PerMinute(RequestBody body, CallKind kind) => (int?)body.Number(kind.Name(), 1, MostPerMinute, required: false);
}
