using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;

namespace HealthBao.Hostile;

/// <summary>Steps 8 and 9: sound, signed, of now, and taken back, of unknown state, or another person's.</summary>
internal static class HostileStates
{
    public static IEnumerable<HostileFamily> All() =>
    [
        new("state", [HostileToken.Good, HostileToken.GoodCard, At(0), At(HostileWorld.SuspendedIndex - 2), At(HostileWorld.Places - 1), HostileToken.Of(HostileRegion.Beijing, HostileRegion.Beijing.Statement)],
        [
            new("superseded", At(HostileWorld.SupersededIndex), PassRejection.Superseded), new("superseded, a card", CardAt(HostileWorld.SupersededIndex), PassRejection.Superseded), new("suspended", At(HostileWorld.SuspendedIndex), PassRejection.Suspended), new("suspended, a card", CardAt(HostileWorld.SuspendedIndex), PassRejection.Suspended),
            new("the unused value", At(HostileWorld.UnusedValueIndex), PassRejection.StatusUnknown), new("the first place outside the list", At(HostileWorld.Places), PassRejection.StatusUnknown), new("far outside the list", At(1_000_000), PassRejection.StatusUnknown), new("the last index there is", At(int.MaxValue), PassRejection.StatusUnknown), new("outside the list, a card", CardAt(HostileWorld.Places), PassRejection.StatusUnknown),
            new("a region without a list", HostileToken.Of(HostileRegion.Listless, HostileRegion.Listless.Statement), PassRejection.StatusUnknown), new("a region with an old list", HostileToken.Of(HostileRegion.Stale, HostileRegion.Stale.Statement), PassRejection.StatusUnknown),
            new("superseded in an old list", HostileToken.Of(HostileRegion.Stale, HostileRegion.Stale.Statement with { StatusIndex = HostileWorld.SupersededIndex }), PassRejection.StatusUnknown),
            new("superseded and red", HostileToken.Of(HostileRegion.Demo, HostileRegion.Demo.Statement with { StatusIndex = HostileWorld.SupersededIndex, Status = HealthStatus.CentralObservation, NativeCode = "red" }), PassRejection.Superseded),
            new("another person's", HostileToken.Good, PassRejection.HolderMismatch) { Holder = "120101190003070012" }, new("another person's card", HostileToken.GoodCard, PassRejection.HolderMismatch) { Holder = "120101190003070012" },
            new("another person's QR text", ShcText.Encode(HostileToken.GoodCard), PassRejection.HolderMismatch) { Holder = "110101190003070010" }, new("another person's, superseded", At(HostileWorld.SupersededIndex), PassRejection.Superseded) { Holder = "120101190003070012" },
        ]),
    ];

    private static string At(int index) => HostileToken.Of(HostileRegion.Demo, HostileRegion.Demo.Statement with { StatusIndex = index });

    private static string CardAt(int index) => HostileToken.Card(HostileToken.ClaimsOf(HostileRegion.Demo.Statement with { StatusIndex = index }));
}
