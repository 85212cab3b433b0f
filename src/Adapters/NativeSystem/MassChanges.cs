using HealthBao.Adapters.Storage;

namespace HealthBao.Adapters.NativeSystem;

/// <summary>
/// Tells the operator when one office changes many people within an hour: once when it begins, again when it begins anew. It is only
/// told here; to ask for a second office's approval is the matter of the region's own system.
/// </summary>
internal sealed class MassChanges(RegionFolder region, ChangeRecords records, TimeProvider clock, ILogger<MassChanges> logger)
{
    /// <summary>More people, or more passes, than this.</summary>
    public const int Many = 50;

    private const string Nobody = "(no office told)";
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Office> offices = new(StringComparer.Ordinal);

    /// <summary>Counts a change that is in force.</summary>
    public void Note(ChangeRecord record)
    {
        var since = clock.GetUtcNow() - Window;
        lock (gate)
        {
            var name = record.Authority ?? Nobody;
            if (offices.TryGetValue(name, out var office)) office.Add(record);
            else offices[name] = office = Office.Of(records.Of(record.Authority, since));
            office.ForgetBefore(since);
            if (!office.IsNews()) return;
            logger.MassChange(region.Code, name, office.People, office.Passes);
        }
    }

    private sealed class Office
    {
        private readonly Queue<(DateTimeOffset At, int Passes)> changes = new();
        private bool told;
        private long last;

        public int People => changes.Count;

        public int Passes { get; private set; }

        // After a restart the hour before is in the records.
        public static Office Of(IReadOnlyList<ChangeRecord> records)
        {
            var office = new Office();
            foreach (var record in records) office.Add(record);
            office.last = records.Max(r => r.Number);
            return office;
        }

        // What others recorded at the same time may have been read from the records already.
        public void Add(ChangeRecord record)
        {
            if (record.Number <= last) return;
            changes.Enqueue((record.At, record.Indexes.Count));
            Passes += record.Indexes.Count;
        }

        public void ForgetBefore(DateTimeOffset since)
        {
            while (changes.TryPeek(out var oldest) && oldest.At < since) Passes -= changes.Dequeue().Passes;
        }

        public bool IsNews()
        {
            var many = People > Many || Passes > Many;
            var news = many && !told;
            told = many;
            return news;
        }
    }
}
