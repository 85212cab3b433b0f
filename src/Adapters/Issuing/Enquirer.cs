using System.Diagnostics;
using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Settings;
using HealthBao.Adapters.Telemetry;
using HealthBao.Contracts.Identity;
using HealthBao.Telemetry;
using Microsoft.Extensions.Options;

namespace HealthBao.Adapters.Issuing;

/// <summary>Asks the region's adapter and waits for a bounded time, so that a source that trickles its answer holds nobody for ever.</summary>
internal sealed class Enquirer(IRegionAdapter adapter, IOptions<AdapterOptions> options, AdapterMeters meters, TimeProvider clock)
{
    private const int CallsPerEnquiry = 4;

    public Task<EnquiryOutcome> AskAsync(string nativeCode, CancellationToken cancellation) =>
        MeasuredAsync(c => adapter.AskByCodeAsync(nativeCode, c), cancellation);

    public Task<EnquiryOutcome> AskAsync(PersonName name, IdentityDocument document, CancellationToken cancellation) =>
        MeasuredAsync(c => adapter.AskByDocumentAsync(name, document, c), cancellation);

    private async Task<EnquiryOutcome> MeasuredAsync(Func<CancellationToken, Task<EnquiryOutcome>> ask, CancellationToken cancellation)
    {
        var start = TimeProvider.System.GetTimestamp();
        using var span = AdapterMeters.Spans.StartActivity("source enquiry", ActivityKind.Client);
        var outcome = await WithinAsync(ask, cancellation);
        var name = AdapterMeters.OutcomeOf(outcome);
        span?.SetTag(Tags.Outcome, name);
        meters.Asked(name, TimeProvider.System.GetElapsedTime(start));
        return outcome;
    }

    private async Task<EnquiryOutcome> WithinAsync(Func<CancellationToken, Task<EnquiryOutcome>> ask, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(options.Value.SourceTimeout * CallsPerEnquiry, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            return await ask(either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new EnquiryOutcome.SourceFailed(SourceFault.TimedOut);
        }
    }
}
