using System.Text.Json;
using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Tests.Regions;

/// <summary>An outcome in the words of <c>expected.json</c>.</summary>
internal static class OutcomeMembers
{
    public static IReadOnlyDictionary<string, string> Of(EnquiryOutcome outcome) => outcome switch
    {
        EnquiryOutcome.Stated stated => Of(stated.Statement),
        EnquiryOutcome.NotHeld => new Dictionary<string, string> { ["outcome"] = "not-held" },
        EnquiryOutcome.CodeUnknown => new Dictionary<string, string> { ["outcome"] = "code-unknown" },
        EnquiryOutcome.SourceLate late => new Dictionary<string, string> { ["outcome"] = "source-late", ["source"] = late.Source },
        EnquiryOutcome.SourceFailed failed => new Dictionary<string, string>
        {
            ["outcome"] = "source-failed",
            ["fault"] = JsonNamingPolicy.KebabCaseLower.ConvertName(failed.Fault.ToString()),
        },
        _ => throw new InvalidOperationException("Not one of the five outcomes."),
    };

    private static Dictionary<string, string> Of(NativeStatement statement) => new()
    {
        ["outcome"] = "stated",
        ["status"] = statement.Status.Code(),
        ["system"] = statement.System[FhirSystems.NativePrefix.Length..],
        ["code"] = statement.Code,
        ["name"] = statement.Person.Name.ToString(),
        ["document"] = statement.Person.DocumentNumber,
        ["documentType"] = statement.Person.DocumentType.Code(),
        ["asOf"] = ShanghaiDay.Format(statement.AsOf),
        ["authority"] = statement.Authority,
    };
}
