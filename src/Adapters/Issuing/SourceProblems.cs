using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Problems;
using HealthBao.Contracts.Problems;

namespace HealthBao.Adapters.Issuing;

/// <summary>A source's fault as a problem that names the region: no status is invented, and it is not the traveller's fault.</summary>
internal static class SourceProblems
{
    private const int RetryAfterSeconds = 5;

    public static IResult Of(SourceFault fault, RegionFolder region) => fault switch
    {
        SourceFault.TimedOut => Named(ProblemType.SourceTimeout, region),
        SourceFault.Overloaded => Named(ProblemType.Unavailable, region, RetryAfterSeconds),
        _ => Named(ProblemType.SourceFailed, region),
    };

    private static ProblemResult Named(ProblemType type, RegionFolder region, int? retryAfter = null)
    {
        var names = region.Participant.Names;
        return new(new(type, $"{names.Zh}的系统暂未给出结果，请稍后再试 (the system of {names.En} gave no answer; please try again)", Region: region.Code), retryAfter);
    }
}
