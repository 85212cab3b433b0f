using System.Text;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Tests.Pass;

namespace HealthBao.Contracts.Tests.Vectors;

/// <summary>Passes that every verifier must take.</summary>
internal static class ValidVectors
{
    private static readonly PassStatement Green = MadeUpRegion.Beijing.Statement;

    public static IEnumerable<VectorCase> All() =>
    [
        Api("api-green", "The API rendition of a green pass.", Green),
        Card("card-green", "The card rendition of the same pass.", Green),
        Card("card-home-observation", "Yellow names the office that assigned it.", Green with { Status = HealthStatus.HomeObservation, NativeCode = "1", Authority = "110000/COMMUNITY" }),
        Card("card-central-observation", "Red names the office that assigned it.", Green with { Status = HealthStatus.CentralObservation, NativeCode = "2", Authority = "110000/CDC" }),
        Api("api-cannot-confirm", "Blue, with a negative native code.", Green with { Status = HealthStatus.CannotConfirm, NativeCode = "-7" }),
        Card("card-compound-surname", "A compound surname of two characters.", Green with { Person = Green.Person with { Name = new("欧阳", "*") } }),
        Card("card-rare-character", "A surname beyond the first plane, written as UTF-8.", Green with { Person = Green.Person with { Name = new("𠮷", "**") } }),
        Api("api-one-character-name", "A name of one character has no given part.", Green with { Person = Green.Person with { Name = new("阿", "") } }),
        Card("card-foreign-name", "A foreign name of 64 characters.", Green with { Person = new(DocumentType.Passport, "E1*****67", new("N", new string('*', 63))) }),
        Api("api-taiwan-permit", "A document number of eight characters.", Green with { Person = new(DocumentType.TaiwanTravelPermit, "12****78", new("林", "**")) }),
        Api("api-short-passport", "A document number of five characters shows one at each end.", Green with { Person = new(DocumentType.Passport, "E***7", new("S", "****")) }),
        Card("card-city-code", "A city's native code in Chinese.", Green with { NativeSystem = FhirSystems.Native("baoding"), NativeCode = "绿码" }),
        new("api-members-reordered", PassRejection.None, "Members in another order say the same.",
            DeterministicToken.Api(Forged.ClaimsWith("{\"iss\":\"https://beijing.healthbao.example\",\"nbf\":1772326800,", "{\"nbf\":1772326800,\"iss\":\"https://beijing.healthbao.example\","))) { Statement = Green },
        new("api-escapes", PassRejection.None, "Characters may be escaped.", DeterministicToken.Api(Forged.ClaimsWith("\"张\"", "\"\\u5f20\""))) { Statement = Green },
        Api("api-last-second", "The last second of the day.", Green) with { Now = MadeUpRegion.Today.End.AddSeconds(-1), StatusListAsOf = MadeUpRegion.Today.End.AddSeconds(-10) },
        Api("api-sixty-seconds-ahead", "The verifier's clock is 60 seconds behind.", Green) with { Now = MadeUpRegion.Morning.AddSeconds(-60) },
        Api("api-status-list-as-old-as-allowed", "A status list exactly as old as allowed.", Green) with { Now = MadeUpRegion.Morning.AddMinutes(30) },
        Card("card-holder-consistent", "The document shown is consistent with the mask.", Green) with { Holder = new("resident-id", "11010519491231002X") },
    ];

    private static VectorCase Api(string name, string description, PassStatement statement) =>
        new(name, PassRejection.None, description, DeterministicToken.Api(Claims(statement))) { Statement = statement };

    private static VectorCase Card(string name, string description, PassStatement statement) =>
        new(name, PassRejection.None, description, DeterministicToken.Card(Claims(statement))) { Statement = statement };

    private static string Claims(PassStatement statement) => Encoding.UTF8.GetString(PassClaims.Write(statement));
}
