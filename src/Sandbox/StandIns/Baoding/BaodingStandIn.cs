using System.Text;
using System.Xml;
using System.Xml.Linq;
using HealthBao.Sandbox.People;
using HealthBao.Sandbox.StandIns.Hebei;

namespace HealthBao.Sandbox.StandIns.Baoding;

/// <summary>Baoding's own system: SOAP 1.1 in GBK, one operation, a document in CDATA both ways.</summary>
public static class BaodingStandIn
{
    private const string ContentType = "text/xml; charset=GBK";
    private const int MaxRequestBytes = 64 * 1024;

    public static void Map(IEndpointRouteBuilder app, Population people, TimeProvider clock) =>
        app.MapPost("/services/jkm", async (HttpRequest request, CancellationToken cancellation) =>
        {
            var body = new byte[MaxRequestBytes];
            var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellation);
            var (status, answer) = Answer(body.AsSpan(0, length), people, clock);
            return Results.Bytes(BaodingSoap.Gbk.GetBytes(answer), ContentType).WithStatus(status);
        });

    private static (int Status, string Answer) Answer(ReadOnlySpan<byte> body, Population people, TimeProvider clock)
    {
        try
        {
            return (StatusCodes.Status200OK, BaodingSoap.Response(Inner(BaodingSoap.Request(BaodingSoap.Gbk.GetString(body)), people, clock)));
        }
        catch (Exception e) when (e is XmlException or DecoderFallbackException or FormatException)
        {
            // SOAP 1.1 §6.2: a fault travels with HTTP 500.
            return (StatusCodes.Status500InternalServerError, BaodingSoap.Fault("soapenv:Client", "请求报文错误"));
        }
    }

    private static XElement Inner(XElement request, Population people, TimeProvider clock)
    {
        var head = request.Element("head");
        if (head?.Element("functionNo")?.Value != "JKM001" || head.Element("targetOrg")?.Value != "130600") return BaodingSoap.Refusal();
        return Find(request.Element("body"), people) is { } citizen
            ? BaodingSoap.Status(citizen.Native, clock.GetUtcNow())
            : BaodingSoap.Status("无码", null);
    }

    private static Citizen? Find(XElement? body, Population people)
    {
        var citizen = people.FindByDocument(body?.Element("ZJHM")?.Value ?? "");
        var matches = citizen is { Native: not "无码" }
            && citizen.Name == body?.Element("XM")?.Value
            && HebeiAnswers.Zjlx(citizen.DocumentType) == body.Element("ZJLX")?.Value;
        return matches ? citizen : null;
    }

    private static StatusResult WithStatus(this IResult result, int status) => new(result, status);
}
