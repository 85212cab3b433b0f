namespace HealthBao.Contracts.Pass;

/// <summary>stub until merged</summary>
public static class PassQrPicture
{
    /// <summary>stub</summary>
    public static string ToSvg(string shcText) => $"<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- {shcText.Length} --></svg>";
}
