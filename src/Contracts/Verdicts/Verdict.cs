namespace HealthBao.Contracts.Verdicts;

/// <summary>What a checkpoint does. Closed, and the zero value is the one that decides nothing.</summary>
public enum Verdict
{
    /// <summary>需人工核实. Staff check by hand; never shown green or red.</summary>
    CannotTell = 0,

    /// <summary>核验通过.</summary>
    Admit = 1,

    /// <summary>暂不能通行，请走人工通道. Only for what is proven.</summary>
    Refuse = 2,
}
