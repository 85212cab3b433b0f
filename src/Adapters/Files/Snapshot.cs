using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Files;

/// <summary>The tags of one day's file, sorted, one a person; never changed once made.</summary>
internal sealed class Snapshot
{
    private Snapshot(ShanghaiDay day, PersonTags tags, RowTag[] rows) => (Day, Tags, Rows) = (day, tags, rows);

    public ShanghaiDay Day { get; }

    public PersonTags Tags { get; }

    public RowTag[] Rows { get; }

    /// <summary>Sorts rows and keeps of each person the one that counts.</summary>
    public static Snapshot Of(ShanghaiDay day, PersonTags tags, Span<RowTag> rows)
    {
        rows.Sort();
        var kept = 0;
        for (var i = 0; i < rows.Length; i++)
            if (kept == 0 || rows[i].Person != rows[kept - 1].Person)
                rows[kept++] = rows[i];

        return new(day, tags, rows[..kept].ToArray());
    }

    /// <summary>Rows that a snapshot held before.</summary>
    public static Snapshot Restored(ShanghaiDay day, PersonTags tags, RowTag[] rows) => new(day, tags, rows);

    /// <summary>The person's row, or null when there is none or the name is another one.</summary>
    public RowTag? Find(PersonName name, IdentityDocument document)
    {
        var (person, asked) = (Tags.OfDocument(document), Tags.OfName(name, document));
        var (from, to) = (0, Rows.Length);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            if (Rows[middle].Person < person) from = middle + 1;
            else to = middle;
        }

        return from < Rows.Length && Rows[from].Person == person && Rows[from].IsNamed(asked) ? Rows[from] : null;
    }
}
