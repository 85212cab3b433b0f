using System.Net;
using System.Net.Http.Json;
using static HealthBao.HealthCode.Tests.FeedFile;

namespace HealthBao.HealthCode.Tests.Determination;

public sealed class ExplanationTests : IAsyncLifetime
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private static readonly object Question = new { name = Zhang.Name, documentType = "resident-id", documentNumber = Zhang.Number };
    private RunningHealthCode system = null!;

    public async Task InitializeAsync() => system = await RunningHealthCode.StartAsync();

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task A_determination_says_which_feed_row_and_rule_since_when_on_whose_authority_and_where_to_appeal()
    {
        await system.DeliverAllAsync([Zhang], home: [AtHome(MadeUp.Nth(1)), AtHome(Zhang)]);
        var said = await system.DoAsync(HttpMethod.Post, "/v1/determinations", RunningHealthCode.Committee, Question);
        Assert.Equal(
            ("home-observation", "1", "home-observation", "community-report", "home-observation", "home-observation-110000-20200301.csv", "2020-02-25T00:00:00+08:00", RunningHealthCode.Committee, "2020-03-02T00:00:00+08:00"),
            (Text("status"), Text("native"), Text("rule"), Text("reason"), Text("feed"), Text("file"), Text("since"), Text("authority"), Text("validUntil")));
        Assert.Equal(3, said.GetProperty("row").GetInt32());
        Assert.Equal((RunningHealthCode.Chaoyang, "010-12345"), (said.GetProperty("appeal").GetProperty("office").GetString(), said.GetProperty("appeal").GetProperty("telephone").GetString()));

        string? Text(string member) => said.GetProperty(member).GetString();
    }

    [Fact]
    public async Task Nothing_is_explained_to_an_office_elsewhere()
    {
        await system.DeliverAllAsync([Zhang]);
        using var response = await system.SendAsync(HttpMethod.Post, "/v1/determinations", "110106/COMMUNITY", JsonContent.Create(Question));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
