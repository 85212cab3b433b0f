using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;
using HealthBao.Sandbox.People;

namespace HealthBao.Interop.Tests.StandIns;

/// <summary>Asks a region's adapter about a made-up person.</summary>
internal static class StandInEnquiry
{
    public static Task<EnquiryOutcome> AskAsync(this IRegionAdapter adapter, Citizen citizen)
    {
        Assert.True(PersonName.TryCreate(citizen.Name, out var name));
        Assert.Equal(DocumentFault.None, IdentityDocument.TryCreate(citizen.DocumentType, citizen.DocumentNumber, out var document));
        return adapter.AskByDocumentAsync(name!, document!, CancellationToken.None);
    }

    /// <summary>The answer is about that person and says what the cast says of them.</summary>
    public static void IsAbout(this EnquiryOutcome outcome, Citizen citizen)
    {
        if (citizen.Expected == HealthStatus.NotHeld)
        {
            Assert.IsType<EnquiryOutcome.NotHeld>(outcome);
            return;
        }

        var statement = Assert.IsType<EnquiryOutcome.Stated>(outcome).Statement;
        Assert.Equal((citizen.Masked, citizen.Native, citizen.Expected, citizen.Subject),
            (statement.Person, statement.Code, statement.Status, statement.Subject));
        Assert.Equal(StandInHost.Clock.GetUtcNow(), statement.AsOf);
        Assert.StartsWith(citizen.Region, statement.Authority);
    }
}
