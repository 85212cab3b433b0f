using HealthBao.Contracts.Pass;

namespace HealthBao.Hostile;

/// <summary>Step 6: texts that are not as the profile has them, and facts that are told twice and not alike.</summary>
internal static class HostileFacts
{
    private const string Start = "2026-03-01T09:00:00+08:00";
    private const string Issued = "2026-03-01T08:40:00+08:00";

    private static readonly string[] NoInstants =
    [
        "2026-03-01T01:00:00Z", "2026-03-01T01:00:00+00:00", "2026-03-01T10:00:00+09:00", "2026-03-01T09:00:00-08:00", "2026-03-01T09:00:00", "2026-03-01 09:00:00+08:00", "2026-03-01t09:00:00+08:00", "2026-03-01T09:00:00+0800",
        "2026-03-01T09:00+08:00", "2026-03-01T09:00:00.0+08:00", "2026-03-01T09:00:60+08:00", "2026-03-01T09:60:00+08:00", "2026-02-29T09:00:00+08:00", "2026-13-01T09:00:00+08:00", "2026-00-01T09:00:00+08:00", "2026-03-00T09:00:00+08:00", "2026-03-32T09:00:00+08:00",
        "0000-03-01T09:00:00+08:00", "26-03-01T09:00:00+08:00", "+2026-03-01T09:00:00+08:00", "2026-3-1T09:00:00+08:00", "2026-03-01", "1772326800", "２０２６-03-01T09:00:00+08:00", "2026-03-01T09:00:00+08:00 ", "0001-01-01T00:00:00+08:00", "now", "P1D",
    ];

    private static readonly (string Name, string Sound, string Faulty)[] Facts =
    [
        ("rid of another index", "20260301-40111", "20260301-40112"), ("rid of another day", "20260301-40111", "20260302-40111"), ("rid with a leading zero", "20260301-40111", "20260301-040111"), ("rid with a plus", "20260301-40111", "20260301-+40111"), ("rid with a space", "20260301-40111", "20260301-40111 "),
        ("rid without its hyphen", "20260301-40111", "2026030140111"), ("rid with full-width digits", "20260301-40111", "20260301-４０１１１"), ("rid with another hyphen", "20260301-40111", "20260301‐40111"), ("rid is the index alone", "\"20260301-40111\"", "\"40111\""), ("rid with a minus more", "20260301-40111", "20260301--40111"),
        ("list of tomorrow", "/status/20260301", "/status/20260302"), ("list of yesterday", "/status/20260301", "/status/20260228"), ("list with a slash after", "/status/20260301", "/status/20260301/"), ("list of no day", "/status/20260301", "/status/"), ("list in capitals", "/status/20260301", "/STATUS/20260301"),
        ("list with a query", "/status/20260301", "/status/20260301?x"), ("list with hyphens", "/status/20260301", "/status/2026-03-01"), ("list with two slashes", "/status/20260301", "//status/20260301"), ("list with dot segments", "/status/20260301", "/a/../status/20260301"), ("list with a full-width digit", "/status/20260301", "/status/2026030１"),
        ("list of another region", "https://demo990000.healthbao.example/status", "https://beijing.healthbao.example/status"), ("list in http", "https://demo990000.healthbao.example/status", "http://demo990000.healthbao.example/status"), ("list at an attacker's", "https://demo990000.healthbao.example/status", "https://attacker.example/status"),
        ("list at this machine", "https://demo990000.healthbao.example/status", "http://127.0.0.1/status"), ("list in a file", "https://demo990000.healthbao.example/status", "file:///status"),
        ("issued a second after nbf", Issued, "2026-03-01T09:00:01+08:00"), ("issued tomorrow", Issued, "2026-03-02T08:40:00+08:00"), ("issued at the end of the calendar", Issued, "9999-12-31T23:59:59+08:00"),
        ("start a second late", Start, "2026-03-01T09:00:01+08:00"), ("end a second early", "2026-03-02T00:00:00+08:00", "2026-03-01T23:59:59+08:00"), ("end written 24:00", "2026-03-02T00:00:00+08:00", "2026-03-01T24:00:00+08:00"), ("start and end changed about", "\"start\":\"2026-03-01T09:00:00+08:00\",\"end\":\"2026-03-02T00:00:00+08:00\"", "\"start\":\"2026-03-02T00:00:00+08:00\",\"end\":\"2026-03-01T09:00:00+08:00\""),
        ("status not-held", "no-abnormality", "not-held"), ("status green", "no-abnormality", "green"), ("status in capitals", "no-abnormality", "No-Abnormality"), ("status with a space", "no-abnormality", "no-abnormality "), ("status as a number", "\"no-abnormality\"", "\"0\""), ("yellow without an office", "no-abnormality\"},{\"system\":\"https://healthbao.example/fhir/CodeSystem/demo990000\",\"code\":\"green\"}]},\"performer\":[{\"identifier\":{\"system\":\"https://healthbao.example/fhir/authority\",\"value\":\"990000\"}}]", "home-observation\"},{\"system\":\"https://healthbao.example/fhir/CodeSystem/demo990000\",\"code\":\"yellow\"}]}"),
        ("status of another system", "CodeSystem/health-status", "CodeSystem/health-state"), ("observation of another system", "CodeSystem/observation", "CodeSystem/observations"), ("observation of another thing", "health-code-status", "vaccination-status"), ("observation preliminary", "\"final\"", "\"preliminary\""), ("observation amended", "\"final\"", "\"amended\""), ("observation entered in error", "\"final\"", "\"entered-in-error\""),
        ("native system of another standard", "https://healthbao.example/fhir/CodeSystem/demo990000", "https://attacker.example/fhir/CodeSystem/demo990000"), ("native system in http", "https://healthbao.example/fhir/CodeSystem/demo990000", "http://healthbao.example/fhir/CodeSystem/demo990000"), ("native system of no name", "https://healthbao.example/fhir/CodeSystem/demo990000", "https://healthbao.example/fhir/CodeSystem"),
        ("native code with a space", "\"green\"", "\"gr een\""), ("native code with a tab", "\"green\"", "\"green\\t\""), ("native code with a NUL", "\"green\"", "\"green\\u0000\""), ("native code of 33 characters", "\"green\"", $"\"{new string('g', 33)}\""), ("native code of 200 characters", "\"green\"", $"\"{new string('绿', 200)}\""),
        ("native code with a right-to-left override", "\"green\"", "\"\\u202Egreen\""), ("native code with an invisible space", "\"green\"", "\"green\\u200B\""), ("native code of a private character", "\"green\"", "\"\\uE000\""), ("native code that is no character", "\"green\"", "\"\\uFFFF\""), ("native code with a soft hyphen", "\"green\"", "\"gr\\u00ADeen\""), ("native code with a C1 control", "\"green\"", "\"green\\u0085\""),
        ("office with a line separator", "\"value\":\"990000\"", "\"value\":\"990000\\u2028\""), ("office with a right-to-left override", "\"value\":\"990000\"", "\"value\":\"\\u202E990000\""), ("office of 33 characters", "\"value\":\"990000\"", $"\"value\":\"{new string('9', 33)}\""), ("office of another system", "fhir/authority", "fhir/office"),
        ("card of an immunisation", "#health-card", "#immunization"), ("card in http", "https://smarthealth.cards#health-card", "http://smarthealth.cards#health-card"), ("FHIR 4.3.0", "4.0.1", "4.3.0"), ("FHIR 5", "4.0.1", "5.0.0"), ("a batch", "\"collection\"", "\"batch\""), ("a bundle of another type of thing", "\"Bundle\"", "\"Parameters\""),
        ("a practitioner for a patient", "\"Patient\"", "\"Practitioner\""), ("a report for an observation", "\"Observation\"", "\"DiagnosticReport\""), ("about another resource", "\"reference\":\"resource:0\"", "\"reference\":\"resource:1\""), ("about an address", "\"reference\":\"resource:0\"", "\"reference\":\"https://attacker.example/Patient/1\""), ("the patient's number is another", "\"fullUrl\":\"resource:0\"", "\"fullUrl\":\"resource:1\""), ("the observation's number is another", "\"fullUrl\":\"resource:1\"", "\"fullUrl\":\"resource:0\""),
    ];

    public static IEnumerable<HostileFamily> All() =>
    [
        HostileFamily.Of("fact", PassRejection.NotConformant, [HostileToken.Good, HostileToken.Api(HostileToken.With("T08:40:00", "T09:00:00"))], Facts.Select(f => (f.Name, HostileToken.Api(HostileToken.With(f.Sound, f.Faulty))))),
        HostileFamily.Of("fact of a card", PassRejection.NotConformant, [HostileToken.GoodCard], Facts.Where((_, i) => i % 5 == 0).Select(f => (f.Name, HostileToken.Card(HostileToken.With(f.Sound, f.Faulty))))),
        HostileFamily.Of("instant of issued", PassRejection.NotConformant, [HostileToken.Good], NoInstants.Select(i => (i, HostileToken.Api(HostileToken.With($"\"{Issued}\"", $"\"{i}\""))))),
        HostileFamily.Of("instant of start", PassRejection.NotConformant, [HostileToken.Good], NoInstants.Select(i => (i, HostileToken.Api(HostileToken.With($"\"{Start}\"", $"\"{i}\""))))),
        HostileFamily.Of("entries", PassRejection.NotConformant, [HostileToken.Good], Entries()),
    ];

    private static IEnumerable<(string, string)> Entries()
    {
        var at = HostileToken.Claims.IndexOf("\"entry\":[", StringComparison.Ordinal) + "\"entry\":[".Length;
        var end = HostileToken.Claims.IndexOf("]},\"fhirVersion\"", StringComparison.Ordinal);
        var entries = HostileToken.Claims[at..end];
        var middle = entries.IndexOf("},{\"resource\":{\"resourceType\":\"Observation\"", StringComparison.Ordinal) + 1;
        var (patient, observation) = (entries[..middle], entries[(middle + 1)..]);
        return new (string Name, string Entries)[]
        {
            ("the observation first", $"{observation},{patient}"), ("the patient alone", patient), ("the observation alone", observation), ("two patients", $"{patient},{patient}"), ("two observations", $"{observation},{observation}"), ("an observation more", $"{patient},{observation},{observation}"),
            ("a patient more", $"{patient},{observation},{patient}"), ("an empty entry more", $"{patient},{observation},{{}}"), ("numbers changed about", $"{patient.Replace("resource:0", "resource:1", StringComparison.Ordinal)},{observation.Replace("\"resource:1\"", "\"resource:0\"", StringComparison.Ordinal)}"),
        }.Select(e => (e.Name, HostileToken.Api(HostileToken.Claims[..at] + e.Entries + HostileToken.Claims[end..])));
    }
}
