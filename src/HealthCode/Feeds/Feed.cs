using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Feeds;

/// <summary>One of the four feeds: the shape of its rows, who may deliver it, and what is made of two rows about one person.</summary>
internal abstract class Feed
{
    /// <summary>The first cell after name, kind and number.</summary>
    protected const int Own = 3;

    public static IReadOnlyList<Feed> All { get; } = [CentralObservation.CentralObservationFeed.Instance, HomeObservation.HomeObservationFeed.Instance, Registration.RegistrationFeed.Instance, Trips.TripsFeed.Instance];

    /// <summary>In addresses and file names, for example <c>central-observation</c>.</summary>
    public abstract string Code { get; }

    public abstract IReadOnlyList<FeedColumn> Columns { get; }

    /// <summary>The office that may deliver it, for example <c>CDC</c>.</summary>
    public abstract string Role { get; }

    /// <summary>Whether it names people under observation, who are keyed under the day and gone with it; only the observation itself lasts.</summary>
    public virtual bool IsList => false;

    /// <summary>The share of bad rows with which a file is still taken. A list that turns people red or yellow takes none: the bad row may be the one that matters.</summary>
    public virtual double Tolerance => 0;

    /// <summary>By how much a file may be shorter than the one before. A list that shrinks more was cut off, whatever its digest says.</summary>
    public virtual double MaxShrink => 0.5;

    /// <summary>Whether bad rows go on a list for their community.</summary>
    public virtual bool HasFollowUp => false;

    public static Feed? Find(string? code) => All.FirstOrDefault(f => f.Code == code);

    /// <summary>Reads the feed's own cells, from <see cref="Own"/> on.</summary>
    /// <param name="cells">As many as there are columns.</param>
    /// <param name="row">Filled by it.</param>
    /// <param name="column">The faulty cell, from 0.</param>
    protected abstract RowFaultKind? ReadOwn(RowCells cells, RowContext context, FeedRow row, out int column);

    /// <summary>Makes one row of two about the same person, the first by line.</summary>
    /// <returns>A fault of the second, or null.</returns>
    public abstract RowFaultKind? Merge(ref SnapshotValue first, in SnapshotValue second);

    /// <summary>Reads a row.</summary>
    /// <param name="column">The faulty cell, from 0.</param>
    public RowFaultKind? Read(RowCells cells, RowContext context, FeedRow row, out int column)
    {
        row.Clear();
        if (cells.Count != Columns.Count)
        {
            column = Math.Min(cells.Count, Columns.Count);
            return cells.Count < Columns.Count ? RowFaultKind.TooFewCells : RowFaultKind.TooManyCells;
        }

        column = 0;
        if (context.Charset.ReadName(cells[0], row) is { } name) return name;
        column = 1;
        if (DocumentCells.ReadKind(cells[1], row) is { } kind) return kind;
        column = 2;
        if (DocumentCells.ReadNumber(cells[2], context.Charset, row, context.Today) is { } number) return number;
        return ReadOwn(cells, context, row, out column);
    }

    protected static int CodeOf(ReadOnlySpan<byte> cell, byte[][] codes)
    {
        for (var i = 0; i < codes.Length; i++)
            if (cell.SequenceEqual(codes[i]))
                return i;

        return -1;
    }
}
