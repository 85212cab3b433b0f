using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Enquiry;

/// <summary>What a native code means by the region's concept map. A code that the map does not list is never a colour.</summary>
public sealed partial class StatementMapping(ConceptMap map, string system, ILogger log)
{
    /// <summary>The native code system's address.</summary>
    public string System => system;

    /// <summary>The shared status; <see cref="HealthStatus.CannotConfirm"/> and a warning when the map does not list the code.</summary>
    public HealthStatus StatusOf(string code)
    {
        if (map.Translate(system, code) is { } translation) return translation.Status;
        LogUnmapped(system, code);
        return HealthStatus.CannotConfirm;
    }

    [LoggerMessage(EnquiryEvents.UnmappedCode, LogLevel.Warning, "The concept map does not list {Code} of {System}; stated as cannot-confirm.")]
    private partial void LogUnmapped(string system, string code);
}
