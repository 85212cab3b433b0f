using System.Text.Json;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Sandbox.Composition;

namespace HealthBao.Interop.Tests.Sandbox;

public sealed class EverybodyEverywhereTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private static readonly string[] Destinations = ["110000", "120000", "130000"];

    private IEnumerable<JsonElement> People => sandbox.Document.GetProperty("people").EnumerateArray();

    [Fact]
    public async Task Every_person_gets_the_verdict_of_the_common_table_at_every_destination_by_pass_card_QR_and_native_code()
    {
        var answers = 0;
        foreach (var person in People)
            foreach (var destination in Destinations)
            {
                var expected = ExpectedVerdict.Of(person, destination);
                var query = await sandbox.QueryAsync(person, destination, person.GetProperty("region").GetString());
                AssertAnswer(expected, person, query);
                foreach (var pass in Contents(person, query))
                {
                    AssertAnswer(expected, person, await sandbox.VerifyAsync(pass, destination));
                    answers++;
                }
            }

        Assert.True(answers > 500, $"Only {answers} answers were compared.");
    }

    [Fact]
    public async Task Asked_without_a_region_the_one_that_holds_the_person_decides()
    {
        foreach (var person in People)
        {
            var answer = await sandbox.QueryAsync(person, "120000", region: null);
            Assert.Equal(ExpectedVerdict.Of(person, "120000"), ExpectedVerdict.Seen(answer));
            Assert.Equal(4, answer.GetProperty("answers").GetArrayLength());
        }
    }

    [Fact]
    public void The_people_listed_cover_every_native_code_every_document_kind_and_one_whom_nobody_knows()
    {
        var played = sandbox.Document.GetProperty("regions").EnumerateObject().Select(r => PartHost.Catalog.Find(r.Name)!);
        foreach (var region in played)
            foreach (var (system, code) in region.Map.Translations.Keys)
                Assert.Contains(People, p => FhirSystems.Native(p.GetProperty("source").GetString()!) == system && p.GetProperty("native").GetString() == code);

        foreach (var kind in DocumentTypes.All)
            Assert.Contains(People, p => p.GetProperty("documentType").GetString() == kind.Code());
        Assert.Contains(People, p => p.GetProperty("native").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task The_cards_of_all_people_fit_one_QR_picture()
    {
        foreach (var person in People)
        {
            var answer = await sandbox.QueryAsync(person, "110000", person.GetProperty("region").GetString());
            if (answer.GetProperty("card").GetString() is { } card) Assert.InRange(card.Length, 1, 927);
        }
    }

    private static void AssertAnswer(ExpectedVerdict expected, JsonElement person, JsonElement answer)
    {
        Assert.Equal(expected, ExpectedVerdict.Seen(answer));
        Assert.Equal(person.GetProperty("expected").GetString(), answer.GetProperty("status").GetString());
    }

    private static IEnumerable<string> Contents(JsonElement person, JsonElement query)
    {
        foreach (var name in new[] { "pass", "card", "qr" })
            if (query.GetProperty(name).GetString() is { } pass)
                yield return pass;

        if (person.GetProperty("nativeCode").GetString() is { } native) yield return native;
    }
}
