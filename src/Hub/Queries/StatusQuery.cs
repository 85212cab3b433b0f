using System.Buffers;
using System.Text.Json;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Problems;
using HealthBao.Hub.Recognition;
using HealthBao.Hub.Verification;

namespace HealthBao.Hub.Queries;

/// <summary>The question of <c>POST /v1/status-queries</c>: names a person, so it is forwarded to the home region and forgotten here.</summary>
public sealed record StatusQuery(string? Region, PersonName Name, IdentityDocument Document, string Destination, string Scene)
{
    /// <summary>The only purpose granted.</summary>
    public const string EpidemicControl = "epidemic-control";

    public static StatusQuery? Read(ReadOnlySpan<byte> body, out RequestBody read)
    {
        read = RequestBody.Parse(body);
        var region = VerificationRequest.Region(read, "region", required: false);
        var name = read.PersonName();
        var document = read.Document();
        var destination = VerificationRequest.Region(read, "destination", required: true);
        var scene = read.Code("scene", Recognition.Scene.All, required: false) ?? Recognition.Scene.Other;
        read.Code("purpose", [EpidemicControl]);
        return read.End() ? new(region, name!, document!, destination!, scene) : null;
    }

    /// <summary>What the adapter is asked: the person only, neither destination nor scene.</summary>
    public byte[] ToAdapterBody()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, VerificationJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("name", Name.Value);
            writer.WriteString("documentType", Document.Type.Code());
            writer.WriteString("documentNumber", Document.Number);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public override string ToString() => $"status query for {Region ?? "all regions"} from {Destination}";
}
