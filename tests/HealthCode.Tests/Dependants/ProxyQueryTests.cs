using System.Net;
using System.Text.Json;
using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.Tests.Tickets;

namespace HealthBao.HealthCode.Tests.Dependants;

public sealed class ProxyQueryTests : IAsyncLifetime
{
    private static readonly MadeUp Parent = new("李四", DocumentType.ResidentId, MadeUp.Checked("11010519850101001"));
    private static readonly MadeUp Child = new("李小", DocumentType.ResidentId, MadeUp.Checked("11010520100301001"));
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private RunningHealthCode system = null!;
    private string token = null!;

    public async Task InitializeAsync()
    {
        system = await RunningHealthCode.StartAsync();
        await system.DeliverAllAsync([Parent, Child]);
        token = await system.OpenSessionAsync(Parent);
    }

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task With_the_person_s_consent_the_answer_is_masked_gone_after_15_seconds_and_on_record()
    {
        var zhang = await system.OpenSessionAsync(Zhang);
        var code = (await PostAsync(zhang, "/v1/me/consent-codes", null)).Text("code");
        await PostAsync(token, "/v1/me/dependants", Question(Zhang, code));
        using var response = await system.SendAsync(token, HttpMethod.Post, "/v1/me/proxy-queries", Question(Zhang));
        var said = await Json(response, HttpStatusCode.OK);
        Assert.Equal(("not-held", "张*", "2020-03-01T09:15:15+08:00", "first-proxy-use"),
            (said.Text("status"), said.GetProperty("identity").Text("name"), said.Text("expiresAt"), said.GetProperty("wayOut").Text("code")));
        Assert.True(response.Headers.CacheControl!.NoStore);
        var asked = (await system.SeeAsync(zhang, "/v1/me/proxy-queries")).GetProperty("queries")[0];
        Assert.Equal((Mask(Parent), "2020-03-01T09:15:00+08:00"), (asked.Text("asker"), asked.Text("at")));
    }

    [Fact]
    public async Task A_code_counts_once_for_its_own_person_and_for_ten_minutes()
    {
        var zhang = await system.OpenSessionAsync(Zhang);
        var code = (await PostAsync(zhang, "/v1/me/consent-codes", null)).Text("code");
        await PostAsync(token, "/v1/me/dependants", Question(Child, code), HttpStatusCode.Forbidden);
        await PostAsync(token, "/v1/me/dependants", Question(Zhang, code));
        await PostAsync(token, "/v1/me/dependants", Question(Zhang, code), HttpStatusCode.Forbidden);
        code = (await PostAsync(zhang, "/v1/me/consent-codes", null)).Text("code");
        system.Clock.Advance(TimeSpan.FromMinutes(10));
        await PostAsync(token, "/v1/me/dependants", Question(Zhang, code), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task By_a_community_s_word_a_child_s_status_is_told()
    {
        await system.DoAsync(HttpMethod.Post, "/v1/desk/dependants", RunningHealthCode.Committee, Household(Child));
        var said = await PostAsync(token, "/v1/me/proxy-queries", Question(Child), HttpStatusCode.OK);
        Assert.Equal(("no-abnormality", "15"), (said.Text("status"), said.GetProperty("seconds").ToString()));
        Assert.False(said.TryGetProperty("wayOut", out _));
        Assert.Equal(RunningHealthCode.Committee, (await system.SeeAsync(token, "/v1/me/dependants")).GetProperty("dependants")[0].Text("by"));
    }

    [Fact]
    public async Task Nobody_asks_about_a_stranger() => await PostAsync(token, "/v1/me/proxy-queries", Question(Child), HttpStatusCode.Forbidden);

    [Fact]
    public async Task The_consent_ends_when_the_person_says_so()
    {
        var zhang = await system.OpenSessionAsync(Zhang);
        await PostAsync(token, "/v1/me/dependants", Question(Zhang, (await PostAsync(zhang, "/v1/me/consent-codes", null)).Text("code")));
        await PostAsync(zhang, "/v1/me/consents/end", null);
        await PostAsync(token, "/v1/me/proxy-queries", Question(Zhang), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Four_dependants_are_all_and_another_s_place_becomes_free()
    {
        var others = Enumerable.Range(1, 5).Select(n => new MadeUp("王" + n, DocumentType.ResidentId, MadeUp.Checked($"1101051940010100{n}"))).ToList();
        foreach (var other in others.Take(4)) await system.DoAsync(HttpMethod.Post, "/v1/desk/dependants", RunningHealthCode.Committee, Household(other));
        using var fifth = await system.SendAsync(HttpMethod.Post, "/v1/desk/dependants", RunningHealthCode.Committee, System.Net.Http.Json.JsonContent.Create(Household(others[4])));
        Assert.Equal(HttpStatusCode.Conflict, fifth.StatusCode);
        var first = (await system.SeeAsync(token, "/v1/me/dependants")).GetProperty("dependants")[0].Text("id");
        await PostAsync(token, $"/v1/me/dependants/{first}/end", null);
        await system.DoAsync(HttpMethod.Post, "/v1/desk/dependants", RunningHealthCode.Committee, Household(others[4]));
    }

    [Theory]
    [InlineData("20030302", true)]
    [InlineData("20030301", false)]
    [InlineData("19600301", true)]
    [InlineData("19600302", false)]
    [InlineData("20000229", false)]
    public void Sixteen_and_sixty_are_counted_by_the_birthday(string born, bool may) => Assert.Equal(
        may, HealthCode.Dependants.Age.IsDependant(new MadeUp("王", DocumentType.ResidentId, MadeUp.Checked($"110105{born}001")).Document, system.Today));

    [Fact]
    public async Task Where_the_document_tells_no_birth_date_only_an_office_confirms()
    {
        var guest = new MadeUp("SMITH JOHN", DocumentType.Passport, "E12345678");
        await PostAsync(token, "/v1/me/dependants", Question(guest, "AAAAAAAAAA"), HttpStatusCode.BadRequest);
        await system.DoAsync(HttpMethod.Post, "/v1/desk/dependants", RunningHealthCode.Committee, Household(guest));
        await PostAsync(token, "/v1/me/proxy-queries", Question(guest), HttpStatusCode.OK);
    }

    [Fact]
    public async Task At_a_counter_an_office_asks_about_whoever_has_no_phone_and_that_is_on_record()
    {
        var said = await system.DoAsync(HttpMethod.Post, "/v1/desk/proxy-queries", RunningHealthCode.Yanqing, Question(Child));
        Assert.Equal(("no-abnormality", "李*"), (said.Text("status"), said.GetProperty("identity").Text("name")));
        var asked = await system.SeeAsync(await system.OpenSessionAsync(Child), "/v1/me/proxy-queries");
        Assert.Equal(RunningHealthCode.Yanqing, asked.GetProperty("queries")[0].Text("asker"));
    }

    private static string Mask(MadeUp person) => $"{person.PersonName.Masked} {person.Document.MaskedNumber}";

    private static Dictionary<string, object> Question(MadeUp person, string? code = null)
    {
        var question = new Dictionary<string, object> { ["name"] = person.Name, ["documentType"] = person.Type.Code(), ["documentNumber"] = person.Number };
        if (code is not null) question["code"] = code;
        return question;
    }

    private static Dictionary<string, object> Household(MadeUp person)
    {
        var household = Question(person);
        household["guardian"] = Question(Parent);
        return household;
    }

    private async Task<JsonElement> PostAsync(string token, string path, object? body, HttpStatusCode? expected = null)
    {
        using var response = await system.SendAsync(token, HttpMethod.Post, path, body);
        return await Json(response, expected);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage response, HttpStatusCode? expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected is { } status ? response.StatusCode == status : response.IsSuccessStatusCode, $"{response.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
