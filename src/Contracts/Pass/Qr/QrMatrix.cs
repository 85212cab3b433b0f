namespace HealthBao.Contracts.Pass.Qr;

/// <summary>The modules of a symbol, dark or light, and which of them belong to function patterns.</summary>
internal sealed class QrMatrix(int size)
{
    private readonly bool[] dark = new bool[size * size];
    private readonly bool[] function = new bool[size * size];

    /// <summary>Modules on a side.</summary>
    public int Size => size;

    /// <summary>All modules, row after row.</summary>
    public ReadOnlySpan<bool> Modules => dark;

    /// <summary>Whether a module is dark, by column and row.</summary>
    public bool this[int x, int y]
    {
        get => dark[(y * size) + x];
        set => dark[(y * size) + x] = value;
    }

    /// <summary>Whether a module is of a function pattern, or of format or version information, which masks leave alone.</summary>
    public bool IsFunction(int x, int y) => function[(y * size) + x];

    /// <summary>Sets a module of a function pattern.</summary>
    public void SetFunction(int x, int y, bool isDark)
    {
        this[x, y] = isDark;
        function[(y * size) + x] = true;
    }
}
