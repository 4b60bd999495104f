import type { ReceiptLine } from '../../../shared/exchange/read-receipt.ts'
import { capital } from '../../../shared/text/capital.ts'
import { number } from '../../../shared/text/counted.ts'
import styles from './receipt-dialog.module.css'

/** Every kind of thing in a file: how many were found, how many come in, and why not all. */
export function ReceiptTable({ lines }: { readonly lines: readonly ReceiptLine[] }) {
  if (lines.length === 0) return <p>The file holds nothing that Loam keeps.</p>
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">What the file holds and what comes in</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">In the file</th>
          <th scope="col">Comes in</th>
          <th scope="col">What becomes of the others</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ what, found, cameIn, reasons }) => (
          <tr key={what} data-short={cameIn < found}>
            <th scope="row">{capital(what)}</th>
            <td>{number(found)}</td>
            <td>
              {number(cameIn)}
              {cameIn < found ? ` of ${number(found)}` : ''}
            </td>
            <td>
              {reasons.map(({ why, count }) => (
                <p key={why}>
                  {number(count)}: {why}
                </p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
