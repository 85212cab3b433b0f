using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace HealthBao.Interop.Tests.Pass;

/// <summary>The FHIR part of a pass, read and written by another's library.</summary>
public sealed class FhirRoundTripTests
{
    private static readonly JsonSerializerOptions Fhir = new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        .ForFhir(ModelInfo.ModelInspector).UsingMode(DeserializationMode.Strict);

    [Fact]
    public void The_bundle_of_every_pass_reads_strictly_and_comes_back_the_same()
    {
        foreach (var statement in IssuedPasses.Statements())
        {
            var ours = IssuedPasses.Bundle(statement);
            var bundle = JsonSerializer.Deserialize<Bundle>(ours.GetRawText(), Fhir)!;
            var theirs = JsonSerializer.SerializeToUtf8Bytes(bundle, Fhir);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(ours.GetRawText()), JsonNode.Parse(theirs)), Encoding.UTF8.GetString(theirs));
            Assert.Equal(Encoding.UTF8.GetByteCount(ours.GetRawText()), Encoding.UTF8.GetByteCount(Unescaped(theirs)));
        }
    }

    [Fact]
    public void Their_model_says_what_the_statement_says()
    {
        var statement = IssuedPasses.Statements().First(s => s.Authority is not null);
        var bundle = JsonSerializer.Deserialize<Bundle>(IssuedPasses.Bundle(statement).GetRawText(), Fhir)!;
        Assert.Equal(Bundle.BundleType.Collection, bundle.Type);
        var patient = Assert.IsType<Patient>(bundle.Entry[0].Resource);
        var observation = Assert.IsType<Observation>(bundle.Entry[1].Resource);
        Assert.Equal(statement.Person.DocumentNumber, Assert.Single(patient.Identifier).Value);
        Assert.Equal(statement.Person.Name.Family, Assert.Single(patient.Name).Family);
        Assert.Equal(ObservationStatus.Final, observation.Status);
        Assert.Equal(statement.AsOf, observation.Issued);
        Assert.Equal(["home-observation", statement.NativeCode], Assert.IsType<CodeableConcept>(observation.Value).Coding.Select(c => c.Code));
        Assert.Equal(statement.Expires, Assert.IsType<Period>(observation.Effective).EndElement!.ToDateTimeOffset(TimeSpan.Zero));
        Assert.Equal(statement.Authority, Assert.Single(observation.Performer).Identifier!.Value);
        Assert.Equal(bundle.Entry[0].FullUrl, observation.Subject!.Reference);
    }

    [Fact]
    public void A_bundle_with_a_fault_is_refused_by_their_reader_too() =>
        Assert.ThrowsAny<Exception>(() => JsonSerializer.Deserialize<Bundle>(IssuedPasses.Bundle(IssuedPasses.Green).GetRawText().Replace("\"final\"", "\"finished\"", StringComparison.Ordinal), Fhir));

    // Their writer escapes what lies beyond the first plane; the text is the same.
    private static string Unescaped(byte[] json) =>
        Encoding.UTF8.GetString(json).Replace("\\uD842\\uDFB7", "𠮷", StringComparison.OrdinalIgnoreCase);
}
