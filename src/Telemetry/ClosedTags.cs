using System.Diagnostics;
using OpenTelemetry;

namespace HealthBao.Telemetry;

/// <summary>The last to see a span before it leaves: what is not in the closed list of tags is taken out, whoever put it in.</summary>
internal sealed class ClosedTags : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.ToArray())
            if (!Tags.All.Contains(tag.Key)) data.SetTag(tag.Key, null);

        data.TraceStateString = null;
        data.SetStatus(data.Status);
        // An event cannot be taken back, and an exception's text may stand in it: then the span stays here.
        if (data.EnumerateEvents().MoveNext()) data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
