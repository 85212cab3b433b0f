using System.Text;
using HealthBao.Adapters.Storage;
using HealthBao.Contracts.Revocation;

namespace HealthBao.Adapters.Revocation;

/// <summary>Signs deltas as events of the stream; listeners that are told the same in the same second share one signature.</summary>
internal sealed class DeltaSigner(RegionFolder region)
{
    private readonly Lock gate = new();
    private (DayStore Store, long From, long To, int Places, long Second, byte[] Event)? last;

    public byte[] Sign(DayStore store, StatusStep step, DateTimeOffset asOf)
    {
        lock (gate)
        {
            var second = asOf.ToUnixTimeSeconds();
            if (last is { } l && (l.Store, l.From, l.To, l.Places, l.Second) == (store, step.From, step.To, step.Places, second)) return l.Event;
            var token = StatusListDeltaToken.Sign(step.ToDelta(region.Participant.Issuer, store.Day, asOf), store.Key);
            var text = Encoding.ASCII.GetBytes($"id: {step.To}\nevent: delta\ndata: {token}\n\n");
            last = (store, step.From, step.To, step.Places, second, text);
            return text;
        }
    }
}
