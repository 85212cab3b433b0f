using HealthBao.Contracts.Status;

namespace HealthBao.Hostile;

/// <summary>What every verifier of hostile passes holds: 1 March 2026, 09:00 in Beijing, and status lists of 65,536 places.</summary>
internal static class HostileWorld
{
    public const int Places = 65_536;
    public const int GoodIndex = 40_111;
    public const int SupersededIndex = 40_112;
    public const int SuspendedIndex = 40_113;
    public const int UnusedValueIndex = 40_114;

    public const string Family = "龘";
    public const string Document = "11**************2X";

    /// <summary>The holder of <see cref="Document"/>; a textbook number.</summary>
    public const string Holder = "11010519491231002X";

    public static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, ShanghaiDay.Offset);

    public static readonly ShanghaiDay Today = ShanghaiDay.At(Now);

    /// <summary>The states of the places that are not valid.</summary>
    public static readonly IReadOnlyDictionary<int, int> States = new Dictionary<int, int> { [SupersededIndex] = 1, [SuspendedIndex] = 2, [UnusedValueIndex] = 3 };

    public static byte[] Bits()
    {
        var bits = new byte[Places / 4];
        foreach (var (index, state) in States) bits[index >> 2] |= (byte)(state << ((index & 3) * 2));
        return bits;
    }
}
