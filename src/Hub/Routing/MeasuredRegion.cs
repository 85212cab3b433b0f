using System.Diagnostics;
using HealthBao.Hub.Telemetry;
using HealthBao.Telemetry;

namespace HealthBao.Hub.Routing;

/// <summary>Every call to a region, forwarded or the hub's own: timed, told as a span, and carrying that span's id and no caller's.</summary>
internal sealed class MeasuredRegion(string region, HubMeters meters, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        using var span = HubSpans.Source.StartActivity("region call", ActivityKind.Client);
        CallersTrace.Carry(Activity.Current, request.Headers);
        var outcome = RegionOutcome.Answered;
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            outcome = RegionOutcome.Of(response);
            span?.SetTag(Tags.StatusCode, (int)response.StatusCode);
            return response;
        }
        catch (Exception e)
        {
            outcome = RegionOutcome.Of(e);
            throw;
        }
        finally
        {
            span?.SetTag(Tags.Region, region).SetTag(Tags.Outcome, outcome);
            if (outcome != RegionOutcome.Answered) span?.SetStatus(ActivityStatusCode.Error);
            meters.Called(region, outcome, TimeProvider.System.GetElapsedTime(start));
        }
    }
}
