using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Regions.Hebei;

/// <summary>Makes statements of the province's and the cities' native codes: the map alone decides the status.</summary>
internal sealed class HebeiStatements(ConceptMap map, ILogger logger)
{
    public EnquiryOutcome State(string source, string code, MaskedIdentity person, DateTimeOffset asOf, string subject, string authority)
    {
        var mapping = new StatementMapping(map, FhirSystems.Native(source), logger);
        var status = mapping.StatusOf(code);
        if (status == HealthStatus.NotHeld) return new EnquiryOutcome.NotHeld();
        return new EnquiryOutcome.Stated(new(person, mapping.System, code, status, asOf, subject, authority));
    }
}
