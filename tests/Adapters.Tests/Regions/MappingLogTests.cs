using HealthBao.Adapters.Enquiry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace HealthBao.Adapters.Tests.Regions;

/// <summary>What is logged of an answer: the code, never the person.</summary>
public sealed class MappingLogTests
{
    [Theory]
    [InlineData("Beijing", "a-code-outside-the-map-is-never-a-colour", EnquiryEvents.UnmappedCode, "99")]
    [InlineData("Tianjin", "a-colour-outside-the-map-is-never-a-colour", EnquiryEvents.UnmappedCode, "purple")]
    [InlineData("Tianjin", "yellow-is-taken-as-the-alias-of-orange", EnquiryEvents.TianjinAlias, "yellow")]
    public async Task A_code_to_be_looked_at_is_a_warning_without_the_person(string region, string sample, int eventId, string code)
    {
        var line = Assert.Single(await LogOf(region, sample));

        Assert.Equal((eventId, LogLevel.Warning), (line.Event.Id, line.Level));
        Assert.Contains(code, line.Text);
        Assert.DoesNotContain("张", line.Text);
        Assert.DoesNotContain("*", line.Text);
        Assert.DoesNotContain("JK", line.Text);
    }

    [Theory]
    [InlineData("Beijing", "code-0-is-green")]
    [InlineData("Tianjin", "green-is-no-abnormality")]
    public async Task An_ordinary_answer_leaves_no_line(string region, string sample) => Assert.Empty(await LogOf(region, sample));

    private static async Task<IReadOnlyList<(EventId Event, LogLevel Level, string Text)>> LogOf(string region, string sampleName)
    {
        var folder = new RegionFolder(region);
        var sample = folder.Samples.Single(s => s.Name == sampleName);
        await using var source = await ScriptedSource.StartAsync(sample.Replies);
        using var http = new HttpClient();
        using var log = new RecordedLog();
        await sample.AskAsync(folder.Adapter(source.Address, http, new FakeTimeProvider(sample.Now), log, ""), CancellationToken.None);
        return log.Lines;
    }
}
