using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HealthBao.Contracts.Tests.Pass;

/// <summary>The dark modules of a picture, read from its SVG and from nothing else.</summary>
internal static class QrPicture
{
    private const int QuietZone = 4;

    public static bool[,] Read(string svg)
    {
        var root = XDocument.Parse(svg).Root!;
        var side = int.Parse(root.Attribute("viewBox")!.Value.Split(' ')[2], CultureInfo.InvariantCulture);
        var dark = new bool[side, side];
        var (x, y) = (0, 0);
        foreach (Match move in Regex.Matches(root.Elements().Single(e => e.Name.LocalName == "path").Attribute("d")!.Value, @"M(\d+) (\d+)\.5|m(\d+) 0|h(\d+)"))
        {
            if (move.Groups[1].Success) (x, y) = (Number(move, 1), Number(move, 2));
            else if (move.Groups[3].Success) x += Number(move, 3);
            else
                for (var end = x + Number(move, 4); x < end; x++)
                    dark[x, y] = true;
        }

        return WithoutQuietZone(dark, side);
    }

    private static bool[,] WithoutQuietZone(bool[,] dark, int side)
    {
        var size = side - (2 * QuietZone);
        var symbol = new bool[size, size];
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
            {
                var (column, row) = (x - QuietZone, y - QuietZone);
                if (column >= 0 && row >= 0 && column < size && row < size) symbol[column, row] = dark[x, y];
                else Assert.False(dark[x, y], "The quiet zone is not light.");
            }

        return symbol;
    }

    private static int Number(Match move, int group) => int.Parse(move.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
}
