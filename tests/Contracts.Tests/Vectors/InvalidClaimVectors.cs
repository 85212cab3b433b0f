using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Tests.Pass;

namespace HealthBao.Contracts.Tests.Vectors;

/// <summary>Tokens with one defect each that a trusted key has signed.</summary>
internal static class InvalidClaimVectors
{
    private static readonly string Good = DeterministicToken.Card(Forged.Claims);

    public static IEnumerable<VectorCase> All() => [.. NotConformant(), .. Later()];

    private static IEnumerable<VectorCase> NotConformant() =>
    [
        Bad("unknown-claim", "A claim that the profile does not know.", "\"nbf\":1772326800", "\"nbf\":1772326800,\"jti\":\"1\""),
        Bad("exp-past-midnight", "exp one second after 24:00, in both places.", "\"exp\":1772380800", "\"exp\":1772380801"),
        Bad("exp-missing", "No exp.", "\"exp\":1772380800,", ""),
        Bad("nbf-fraction", "nbf with a fraction.", "\"nbf\":1772326800", "\"nbf\":1772326800.0"),
        Bad("nbf-end-of-calendar", "nbf at the end of the year 9999.", "\"nbf\":1772326800", "\"nbf\":253402300799"),
        Bad("period-disagrees", "effectivePeriod says otherwise than nbf.", "\"start\":\"2026-03-01T09:00:00+08:00\"", "\"start\":\"2026-03-01T08:00:00+08:00\""),
        Bad("period-24-00", "The end is written 24:00.", "\"end\":\"2026-03-02T00:00:00+08:00\"", "\"end\":\"2026-03-01T24:00:00+08:00\""),
        Bad("period-in-utc", "The start is written in UTC.", "\"start\":\"2026-03-01T09:00:00+08:00\"", "\"start\":\"2026-03-01T01:00:00Z\""),
        Bad("issued-after-nbf", "Known as of an instant after nbf.", "\"issued\":\"2026-03-01T08:40:00+08:00\"", "\"issued\":\"2026-03-01T09:00:01+08:00\""),
        Bad("issued-29-february", "29 February of a common year.", "\"issued\":\"2026-03-01T08:40:00+08:00\"", "\"issued\":\"2026-02-29T08:40:00+08:00\""),
        Bad("rid-disagrees", "rid names another index.", "\"rid\":\"20260301-70111\"", "\"rid\":\"20260301-70112\""),
        Bad("uri-of-another-day", "uri names the list of another day.", "/status/20260301", "/status/20260302"),
        Bad("uri-of-another-region", "uri names another region's list.", "\"uri\":\"https://beijing", "\"uri\":\"https://tianjin"),
        Bad("idx-negative", "A negative index.", "\"idx\":70111", "\"idx\":-1"),
        Bad("idx-minus-zero", "Zero written -0.", "\"rid\":\"20260301-70111\"", "\"rid\":\"20260301-0\"", "\"idx\":70111", "\"idx\":-0"),
        Bad("mask-too-short", "A resident ID's mask of 17 characters.", "11**************2X", "11*************2X"),
        Bad("native-code-invisible", "A native code with a character that is not seen.", "\"code\":\"0\"", "\"code\":\"0\\u200b\""),
        Bad("name-turns-direction", "A surname that turns the reading direction.", "\"family\":\"张\"", "\"family\":\"\\u202e\""),
        Bad("status-not-held", "not-held is never a pass.", "\"no-abnormality\"", "\"not-held\""),
        Bad("status-unknown-code", "A status that is not one of the five.", "\"no-abnormality\"", "\"green\""),
        Bad("yellow-without-office", "Yellow without the office that assigned it.", "\"no-abnormality\"", "\"home-observation\""),
        Bad("red-without-office", "Red without the office that assigned it.", "\"no-abnormality\"", "\"central-observation\""),
        Bad("name-not-masked", "A given name in the clear.", "\"given\":[\"*\"]", "\"given\":[\"三\"]"),
        Bad("family-of-two", "Two characters that are no compound surname.", "\"family\":\"张\"", "\"family\":\"张三\""),
        Bad("number-not-masked", "A document number in the clear.", "11**************2X", "11010519491231002X"),
        Bad("document-kind-unknown", "A document kind outside the list.", "document/resident-id", "document/library-card"),
        Bad("display", "A display text, which a card must not have.", "\"code\":\"0\"", "\"code\":\"0\",\"display\":\"未见异常\""),
        Bad("resource-id", "A resource with an id.", "\"resourceType\":\"Patient\"", "\"resourceType\":\"Patient\",\"id\":\"1\""),
        Bad("native-system-foreign", "A native code system outside the standard.", "https://healthbao.example/fhir/CodeSystem/beijing", "https://attacker.example/CodeSystem/beijing"),
        Bad("observation-preliminary", "An Observation that is not final.", "\"status\":\"final\"", "\"status\":\"preliminary\""),
        new("key-of-another-day", PassRejection.NotConformant, "The key was yesterday's.", Good) { KeyDay = MadeUpRegion.Today.Previous },
    ];

    private static IEnumerable<VectorCase> Later() =>
    [
        new("not-yet-valid", PassRejection.NotYetValid, "nbf lies 61 seconds ahead.", Good) { Now = MadeUpRegion.Morning.AddSeconds(-61) },
        new("expired-at-midnight", PassRejection.Expired, "24:00 exactly: there is no grace.", Good) { Now = MadeUpRegion.Today.End },
        new("expired-yesterday", PassRejection.Expired, "A day later.", Good) { Now = MadeUpRegion.Morning.AddDays(1) },
        new("superseded", PassRejection.Superseded, "A newer status of this person exists.", Good) { State = 1 },
        new("suspended", PassRejection.Suspended, "The issuer has taken the pass back.", Good) { State = 2 },
        new("status-value-3", PassRejection.StatusUnknown, "The value of the status list that is not used.", Good) { State = 3 },
        new("status-list-missing", PassRejection.StatusUnknown, "No status list.", Good) { HasStatusList = false },
        new("status-list-stale", PassRejection.StatusUnknown, "A status list one second older than allowed.", Good) { StatusListAsOf = MadeUpRegion.Morning.AddSeconds(-1801) },
        new("status-index-outside", PassRejection.StatusUnknown, "An index outside the list.", Good) { Places = 65_536 },
        new("holder-mismatch", PassRejection.HolderMismatch, "Another document.", Good) { Holder = new("resident-id", "110101190003070010") },
    ];

    private static VectorCase Bad(string name, string description, string sound, string faulty) =>
        new(name, PassRejection.NotConformant, description, DeterministicToken.Api(Forged.ClaimsWith(sound, faulty)));

    private static VectorCase Bad(string name, string description, string sound, string faulty, string alsoSound, string alsoFaulty) =>
        new(name, PassRejection.NotConformant, description, DeterministicToken.Api(Forged.ClaimsWith(sound, faulty).Replace(alsoSound, alsoFaulty, StringComparison.Ordinal)));
}
