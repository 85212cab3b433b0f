using System.Net;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Pass;
using HealthBao.Hostile;

namespace HealthBao.Hub.Tests.Hostile;

/// <summary>The hostile passes over HTTP: always 200, never admitted, the one reason, and nothing of them repeated.</summary>
public sealed class HostilePassTests(HostileHub room) : IClassFixture<HostileHub>
{
    public static TheoryData<string> Names() => new(HostilePasses.ByName.Keys);

    public static TheoryData<string> Families() => new(HostilePasses.Families.Select(f => f.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_pass_is_an_answer_and_never_admitted(string name)
    {
        var pass = HostilePasses.ByName[name];
        (await HostileAnswer.AskAsync(room.Hub, pass.Text, pass.Holder)).IsRefusalOf(pass);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public async Task What_a_family_differs_from_is_admitted(string name)
    {
        foreach (var control in HostilePasses.Families.Single(f => f.Name == name).Controls)
        {
            var answer = await HostileAnswer.AskAsync(room.Hub, control);
            Assert.True((answer.Verdict, answer.Reason) == ("admit", null), answer.Text);
        }
    }

    [Fact]
    public async Task All_of_them_in_one_batch_are_answered_in_their_order_and_a_good_one_behind_them_is_admitted()
    {
        var passes = HostilePasses.ByName.Values.ToArray();
        var lines = string.Concat(passes.Select(p => HostileAnswer.Question(p.Text, p.Holder) + "\n")) + HostileAnswer.Question(HostileToken.Good, null);
        using var content = new StringContent(lines, Encoding.UTF8, "application/x-ndjson");
        using var response = await room.Hub.PostAsync("/v1/verifications/batch", content, TestPartner.Gate);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answers = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(t => new HostileAnswer(JsonElement.Parse(t), t)).ToArray();
        Assert.Equal(passes.Length + 1, answers.Length);
        foreach (var (pass, answer) in passes.Zip(answers)) answer.IsRefusalOf(pass);
        Assert.Equal("admit", answers[^1].Verdict);
    }

    [Fact]
    public async Task Nothing_of_a_pass_that_was_not_verified_is_logged()
    {
        foreach (var pass in HostilePasses.ByName.Values.Where(p => p.Rejection <= PassRejection.NotConformant)) await HostileAnswer.AskAsync(room.Hub, pass.Text, pass.Holder);
        Assert.All(new[] { HostileWorld.Family, HostileWorld.Document, HostileWorld.Holder, "attacker.example", "20260301-40111" }, mark => Assert.DoesNotContain(room.Hub.Log.Lines, line => line.Contains(mark, StringComparison.Ordinal)));
        Assert.DoesNotContain(room.Hub.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal));
    }
}
