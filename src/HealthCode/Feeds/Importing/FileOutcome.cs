using System.Collections.ObjectModel;
using HealthBao.HealthCode.Approvals;
using HealthBao.HealthCode.Determination.Observations;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>What is known of an import so far.</summary>
internal sealed class FileOutcome(Delivery delivery, long generation, DateTimeOffset started)
{
    /// <summary>Shorter files than this may shrink as they like: two people out of three are no sign of anything.</summary>
    public const long FewPeople = 100;

    public Delivery Delivery => delivery;

    public long Generation => generation;

    public DateTimeOffset Started => started;

    public FileReading? Reading { get; set; }

    public long People { get; set; }

    public IReadOnlyList<HeldChange> Held { get; set; } = [];

    /// <summary>The file's rows as those of a list; null where it is none.</summary>
    public ListRows? ListRows(DateTimeOffset now)
    {
        if (!delivery.Feed.IsList) return null;
        var kind = delivery.Feed is CentralObservation.CentralObservationFeed ? ObservationKind.Central : ObservationKind.Home;
        return new(kind, delivery.Feed.Code, delivery.FileName, generation, delivery.Office?.Value, now.ToUnixTimeSeconds());
    }

    public ImportReport Report(ImportRefusal? refusal, DateTimeOffset ended) => new(
        delivery.Feed.Code, delivery.FileName, generation, refusal is null, refusal, Reading?.Rows ?? 0, refusal is null ? People : 0, Reading?.Faults.Count ?? 0,
        Held, Reading?.Faults.ByKind() ?? ReadOnlyDictionary<string, long>.Empty, Reading?.Faults.Named() ?? [], started, ended);
}
