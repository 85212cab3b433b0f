using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.Proofing.Consents;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Tests.Proofing;

public sealed class BeginTests : IAsyncLifetime
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private static readonly MadeUp Child = new("王小明", DocumentType.ResidentId, MadeUp.Checked("11010520100301003"));
    private RunningHealthCode system = null!;
    private ProofingDesk desk = null!;

    public async Task InitializeAsync()
    {
        system = await RunningHealthCode.StartAsync();
        desk = new(system);
    }

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Theory]
    [InlineData(DocumentType.ResidentId, "11010519491231002X")]
    [InlineData(DocumentType.HmtResidencePermit, "810000199001010019")]
    [InlineData(DocumentType.HmTravelPermit, "H12345678")]
    [InlineData(DocumentType.TaiwanTravelPermit, "12345678")]
    [InlineData(DocumentType.Passport, "E12345678")]
    [InlineData(DocumentType.ForeignPermanentResidentId, "ABC123456789012")]
    public async Task A_person_with_a_document_of_any_kind_begins_and_is_known(DocumentType type, string number)
    {
        var person = new MadeUp("陈一", type, number);
        await desk.EnrolAsync(person);
        var token = (await desk.DoAsync(await desk.BeginAsync(person))).GetProperty("session").GetString()!;
        var status = await ProofingDesk.ReadAsync(await system.SendAsync(token, HttpMethod.Get, "/v1/me/status"));
        Assert.Equal(type.Code(), status.GetProperty("identity").GetProperty("documentType").GetString());
    }

    [Fact]
    public async Task For_a_child_a_guardian_has_to_agree_and_is_on_record_by_mask()
    {
        using (var refused = await PostAsync(Child, new { notice = FaceNotice.Version }))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("consent.guardian", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await desk.EnrolAsync(Child);
        var begun = await ProofingDesk.ReadAsync(await PostAsync(Child, new { notice = FaceNotice.Version, guardian = new { name = "王大伟" } }));
        await desk.DoAsync(begun);
        var consent = Assert.Single(system.Service<LastingStore>().Rows("SELECT notice, at, guardian FROM consent", r => (r.GetString(0), r.GetInt64(1), r.GetString(2))));
        Assert.Equal((FaceNotice.Version, RunningHealthCode.Morning.ToUnixTimeSeconds(), "王**"), consent);
    }

    [Fact]
    public async Task On_the_fourteenth_birthday_one_agrees_oneself()
    {
        var child = new MadeUp("王小明", DocumentType.ResidentId, MadeUp.Checked("11010520060302003"));
        using (var refused = await PostAsync(child, new { notice = FaceNotice.Version })) Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        system.Clock.Advance(TimeSpan.FromDays(1));
        using var begun = await PostAsync(child, new { notice = FaceNotice.Version });
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
    }

    [Fact]
    public async Task A_notice_that_is_not_the_one_in_force_is_no_consent()
    {
        var notice = await system.Http.GetFromJsonAsync<JsonElement>("/v1/proofings/notice");
        Assert.Equal(FaceNotice.Version, notice.GetProperty("version").GetString());
        using var refused = await PostAsync(Zhang, new { notice = "1999" });
        Assert.Contains("consent.notice", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_agree_is_asked_for_no_face_and_gets_the_check_by_staff()
    {
        var body = new Dictionary<string, object?>(JsonSerializer.SerializeToElement(ProofingDesk.BodyOf(Zhang, system.Device, null)).EnumerateObject()
            .Where(m => m.Name != "consent").Select(m => KeyValuePair.Create(m.Name, (object?)m.Value)));
        var begun = await ProofingDesk.ReadAsync(await system.SendAsync(null, HttpMethod.Post, "/v1/proofings", body));
        Assert.Equal(0, begun.GetProperty("challenge").GetArrayLength());
        using (var refused = await desk.SendAsync(begun, [DrawnFace.Png(1)])) Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var asked = await system.SendAsync(null, HttpMethod.Post, begun.GetProperty("staffedCheck").GetProperty("path").GetString()!, new { });
        Assert.Equal(HttpStatusCode.Created, asked.StatusCode);
    }

    [Fact]
    public async Task A_key_that_is_none_and_a_number_with_a_slip_are_named_without_the_value()
    {
        var body = new { name = "张三", documentType = "resident-id", documentNumber = "110105194912310021", device = new { kty = "EC", crv = "P-256", x = "AAAA", y = "AAAA" }, consent = new { notice = FaceNotice.Version } };
        using var refused = await system.SendAsync(null, HttpMethod.Post, "/v1/proofings", body);
        var problem = await refused.Content.ReadAsStringAsync();
        Assert.Contains("not-a-key", problem, StringComparison.Ordinal);
        Assert.Contains("check-digit", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("110105194912310021", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_document_is_linked_after_proof_and_the_strictest_status_is_shown()
    {
        var passport = new MadeUp("ZHANG SAN", DocumentType.Passport, "E12345678");
        await system.DeliverAllAsync([Zhang], central: [FeedFile.Row(passport, "observed", "cdc-list", "20200301080000", "110000/CDC")]);
        await desk.EnrolAsync(Zhang);
        await desk.EnrolAsync(passport);
        var token = (await desk.DoAsync(await desk.BeginAsync(Zhang))).GetProperty("session").GetString()!;
        Assert.Equal("no-abnormality", await StatusAsync(token));
        var link = await ProofingDesk.ReadAsync(await system.SendAsync(token, HttpMethod.Post, "/v1/me/documents", new { name = passport.Name, documentType = "passport", documentNumber = passport.Number }));
        Assert.Equal("no-match", (await desk.DoAsync(link, 200, token)).GetProperty("outcome").GetString());
        Assert.Equal("no-abnormality", await StatusAsync(token));
        link = await ProofingDesk.ReadAsync(await system.SendAsync(token, HttpMethod.Post, "/v1/me/documents", new { name = passport.Name, documentType = "passport", documentNumber = passport.Number }));
        Assert.Equal("match", (await desk.DoAsync(link, token: token)).GetProperty("outcome").GetString());
        Assert.Equal("central-observation", await StatusAsync(token));
    }

    private async Task<string?> StatusAsync(string token) => (await ProofingDesk.ReadAsync(await system.SendAsync(token, HttpMethod.Get, "/v1/me/status"))).GetProperty("status").GetString();

    private Task<HttpResponseMessage> PostAsync(MadeUp person, object consent) => system.SendAsync(null, HttpMethod.Post, "/v1/proofings", ProofingDesk.BodyOf(person, system.Device, consent));
}
