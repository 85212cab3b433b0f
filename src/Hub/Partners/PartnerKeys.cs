using System.Collections.Concurrent;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Trust;

namespace HealthBao.Hub.Partners;

/// <summary>Finds a partner's key by its name: in the register, or in the document at the address the operator named. Never elsewhere.</summary>
internal sealed class PartnerKeys(KeyDocuments documents, TimeProvider clock, ILogger<PartnerKeys> log)
{
    private readonly ConcurrentDictionary<Uri, Slot> slots = new();

    public async ValueTask<PartnerKey?> FindAsync(Partner partner, string kid, CancellationToken cancellation)
    {
        if (partner.JwksUri is not { } address) return partner.Keys.FirstOrDefault(k => k.Kid == kid);
        var slot = slots.GetOrAdd(address, _ => new());
        if (slot.Held.ShouldAsk(kid, clock.GetUtcNow())) await AskAsync(partner, address, slot, kid, cancellation);
        return slot.Held.Find(kid, clock.GetUtcNow());
    }

    // One asks, those who come meanwhile wait for its answer. Who asked may go away; the answer is wanted all the same.
    private async Task AskAsync(Partner partner, Uri address, Slot slot, string kid, CancellationToken cancellation)
    {
        await slot.Asking.WaitAsync(cancellation);
        try
        {
            var now = clock.GetUtcNow();
            if (!slot.Held.ShouldAsk(kid, now)) return;
            var (keys, fault) = await documents.FetchAsync(address, CancellationToken.None);
            if (keys is null) Log.PartnerKeysNotFetched(log, partner.ClientId, fault!);
            slot.Held = keys is null ? slot.Held with { TriedAt = now } : new(keys, now, now);
        }
        finally
        {
            slot.Asking.Release();
        }
    }

    private sealed class Slot
    {
        private volatile HeldKeys held = HeldKeys.Nothing;

        public SemaphoreSlim Asking { get; } = new(1, 1);

        public HeldKeys Held
        {
            get => held;
            set => held = value;
        }
    }
}
