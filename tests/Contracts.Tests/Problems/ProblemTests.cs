using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Problems;

namespace HealthBao.Contracts.Tests.Problems;

public sealed class ProblemTests
{
    [Fact]
    public void A_problem_is_written_as_RFC_9457_says()
    {
        var problem = new Problem(ProblemType.BadRequest, "它不对", [new("holder.documentNumber", "check-digit", "It is \"wrong\".")], "110000");
        Assert.Equal(
            """{"type":"urn:healthbao:problem:bad-request","title":"The request is not as described.","status":400,"detail":"它不对","region":"110000","errors":[{"field":"holder.documentNumber","fault":"check-digit","detail":"It is \"wrong\"."}],"traceId":"trace-1"}""",
            Encoding.UTF8.GetString(problem.ToJson("trace-1")));
        Assert.Equal("application/problem+json", Problem.MediaType);
    }

    [Fact]
    public void What_is_not_known_is_left_out()
    {
        var json = JsonElement.Parse(new Problem(ProblemType.Internal).ToJson("t"));
        Assert.Equal(["type", "title", "status", "traceId"], json.EnumerateObject().Select(m => m.Name));
    }

    [Fact]
    public void Every_kind_has_a_name_and_an_error_status_of_its_own()
    {
        var types = typeof(ProblemType).GetFields().Select(f => f.GetValue(null)).OfType<ProblemType>().ToArray();
        Assert.Equal(16, types.Length);
        Assert.Equal(types.Length, types.DistinctBy(t => t.Uri).Count());
        Assert.All(types, t => Assert.InRange(t.Status, 400, 599));
        Assert.All(types, t => Assert.Matches("^urn:healthbao:problem:[a-z-]+$", t.Uri));
    }
}
