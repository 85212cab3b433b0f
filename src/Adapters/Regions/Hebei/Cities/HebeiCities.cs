using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Files;
using HealthBao.Adapters.Regions.Hebei.Cities.Baoding;
using HealthBao.Adapters.Regions.Hebei.Cities.Xingtai;
using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Regions.Hebei.Cities;

/// <summary>Asks the cities for a person the province does not know. Nobody is "not held" while one of them could not tell.</summary>
internal sealed class HebeiCities(RegionContext context, HebeiStatements statements)
{
    private readonly XingtaiSource xingtai = new(context);
    private readonly BaodingSource baoding = new(context.Options<BaodingSourceOptions>("Cities:Baoding"), context.Connection, context.Clock);

    public NightlyFile XingtaiFile => xingtai.File;

    public async Task<EnquiryOutcome> AskAsync(PersonName name, IdentityDocument document, CancellationToken cancellation)
    {
        // Kind and number stand for the person where the city has no reference of its own.
        var (person, subject) = (MaskedIdentity.Of(name, document), $"{document.Type.Code()}|{document.Number}");
        var listed = xingtai.File.Find(name, document);
        if (listed is NightlyAnswer.Found row)
            return statements.State(XingtaiSource.Name, row.Code, person, row.AsOf, subject, XingtaiSource.Authority);

        var answer = await baoding.AskAsync(name, document, cancellation);
        if (!answer.TryGet(out var record, out var fault)) return new EnquiryOutcome.SourceFailed(fault);
        var outcome = statements.State(BaodingSource.Name, record.Jkmzt, person, record.AsOf, subject, BaodingSource.Authority);
        return outcome is EnquiryOutcome.NotHeld && listed is NightlyAnswer.Late ? new EnquiryOutcome.SourceLate(XingtaiSource.Name) : outcome;
    }
}
